import type { Hono } from 'hono';
import { changeLog } from '../../../examples/records-service/change-log.ts';
import { recordsService } from '../../../examples/records-service/service.ts';
import { staffOnRecord } from '../../../examples/records-service/staff.ts';
import type { Database } from '../../../src/database/database.ts';
import { type HttpServer, listen } from '../../../src/http/server.ts';
import { postgresRecords } from '../../../src/records/postgres-records.ts';

export const TOKEN = 'canary-records-token';

/** The example service over a database. */
export function exampleService<Schema>({ db }: Database<Schema>): Hono {
  const source = {
    records: postgresRecords(db),
    staff: () => staffOnRecord(db),
    changes: changeLog(db),
  };
  return recordsService(source, TOKEN);
}

/** The same on a port of its own. */
export function serveRecords<Schema>(database: Database<Schema>): Promise<HttpServer> {
  return listen(exampleService(database), '127.0.0.1', 0);
}
