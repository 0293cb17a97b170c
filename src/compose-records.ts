import type { Config } from './config.ts';
import type { Database } from './database/database.ts';
import { SetupError } from './errors.ts';
import type { PiiKeys } from './keyring.ts';
import type { Keys } from './keys.ts';
import type { CallOutcome } from './records/http-records/ask-service.ts';
import { gatherChanges } from './records/http-records/gather-changes.ts';
import { httpRecords } from './records/http-records/http-records.ts';
import { recordsKey } from './records/keyed-hash.ts';
import { postgresRecords } from './records/postgres-records.ts';
import type { RecordStore } from './records/record-store.ts';

/** Where this process has its records from. */
export interface RecordsSource {
  records: RecordStore;
  /** Notes what changed elsewhere since it was last asked; absent where the import does so itself. */
  gatherEvents?: (signal: AbortSignal) => Promise<void>;
  /** Whether changes become known here at all; absent: they do. */
  tellsChanges?: () => Promise<boolean>;
}

/** The municipality's service where one is named, else what was imported. */
export function composeRecords<Schema>(
  { recordsUrl, recordsToken }: Config,
  { db, lanes }: Pick<Database<Schema>, 'db' | 'lanes'>,
  now: () => Date,
  onCall: (outcome: CallOutcome) => void,
): RecordsSource {
  if (!recordsUrl) return { records: postgresRecords(lanes.quick) };
  const service = httpRecords({ url: recordsUrl, token: recordsToken }, undefined, onCall);
  return {
    records: service,
    gatherEvents: (signal) => gatherChanges(db, service, now, signal),
    tellsChanges: service.tellsChanges,
  };
}

/**
 * The keys of the hashes. A records service shares one made of `PII_KEY`; where it takes the place of
 * imported records, their key counts as the one of before.
 */
export function piiKeysOf(config: Config, { piiKey }: Keys): PiiKeys {
  const { recordsUrl, piiKeyPrevious } = config;
  if (!recordsUrl) return { current: piiKey, previous: piiKeyPrevious };
  const previous = piiKeyPrevious ? recordsKey(piiKeyPrevious) : piiKey;
  return { current: recordsKey(piiKey), previous };
}

/** Nobody would ever read what was imported beside a service. */
export function refuseImportBesideService({ recordsUrl }: Config): void {
  if (!recordsUrl) return;
  throw new SetupError(
    'RECORDS_URL is set, so the records come from that service and none are imported; leave it empty to import files',
  );
}
