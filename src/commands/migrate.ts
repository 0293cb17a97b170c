import { readConfig } from '../config.ts';
import { openDatabase } from '../database/database.ts';
import { migrate } from '../database/migrate.ts';
import { recordsFolder } from '../open-storage.ts';
import { PATHS } from '../paths.ts';
import { fail } from './fail.ts';

try {
  const config = readConfig(process.env);
  const database = await openDatabase(
    config.databaseUrl ? { url: config.databaseUrl } : { folder: recordsFolder(config) },
  );
  try {
    const done = await migrate(database, PATHS.migrations);
    console.log(done.length > 0 ? `Done: ${done.join(', ')}` : 'The tables are up to date.');
  } finally {
    await database.close();
  }
} catch (error) {
  fail(error);
}
