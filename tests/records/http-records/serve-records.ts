import { changeLog } from '../../../examples/records-service/change-log.ts';
import { recordsService } from '../../../examples/records-service/service.ts';
import { staffOnRecord } from '../../../examples/records-service/staff.ts';
import type { Database } from '../../../src/database/database.ts';
import { type HttpServer, listen } from '../../../src/http/server.ts';
import { postgresRecords } from '../../../src/records/postgres-records.ts';

export const TOKEN = 'canary-records-token';

/** The example service over a database, on a port of its own. */
export function serveRecords<Schema>({ db }: Database<Schema>): Promise<HttpServer> {
  const source = {
    records: postgresRecords(db),
    staff: () => staffOnRecord(db),
    changes: changeLog(db),
  };
  return listen(recordsService(source, TOKEN), '127.0.0.1', 0);
}
