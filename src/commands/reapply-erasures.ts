import { existsSync, readFileSync } from 'node:fs';
import { readConfig } from '../config.ts';
import { SetupError } from '../errors.ts';
import { createAccountHash } from '../identity/erasures.ts';
import { ensureKeys } from '../keys.ts';
import { openStorage, recordsFolder } from '../open-storage.ts';
import { reapplyErasures } from '../reapply-erasures.ts';
import { fail } from './fail.ts';

const USAGE = 'npm run reapply-erasures -- LOGFILE…';
/** As an erasure stands in the log. */
const ERASURE = /"erasure":"([a-p]{64})"/g;

try {
  const files = process.argv.slice(2);
  const missing = files.find((file) => !existsSync(file));
  if (files.length === 0) throw new SetupError(`must be given the log since the backup: ${USAGE}`);
  if (missing) throw new SetupError(`${missing}: there is no such file; usage: ${USAGE}`);
  const config = readConfig(process.env);
  const hashAccount = createAccountHash(ensureKeys(config).signingKey);
  const where = config.databaseUrl
    ? { url: config.databaseUrl }
    : { folder: recordsFolder(config) };
  const database = await openStorage(where);
  try {
    const erased = await reapplyErasures(database.db, files.flatMap(erasuresIn), {
      hashAccount,
      now: new Date(),
    });
    console.log(`Erased again: ${erased}`);
  } finally {
    await database.close();
  }
} catch (error) {
  fail(error);
}

function erasuresIn(file: string): string[] {
  return [...readFileSync(file, 'utf8').matchAll(ERASURE)].flatMap(([, hash]) => hash ?? []);
}
