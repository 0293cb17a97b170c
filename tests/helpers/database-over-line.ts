import { type Database, type DatabaseLimits, openDatabase } from '../../src/database/database.ts';
import { createPostgresDatabase } from './database.ts';
import { type PausableProxy, pausableProxy } from './pausable-proxy.ts';

/** An empty PostgreSQL database at the other end of a line that can fail. */
export async function openOverLine(limits: Partial<DatabaseLimits>): Promise<{
  database: Database<unknown>;
  line: PausableProxy;
  /** Straight to the database, past the line. */
  directUrl: string;
  close(): Promise<void>;
}> {
  const fresh = await createPostgresDatabase();
  const url = new URL(fresh.url);
  const line = await pausableProxy(url.hostname, Number(url.port));
  url.host = `127.0.0.1:${line.port}`;
  const database = await openDatabase({ url: url.href }, limits);
  return {
    database,
    line,
    directUrl: fresh.url,
    async close() {
      await database.close();
      await line.close();
      await fresh.drop();
    },
  };
}
