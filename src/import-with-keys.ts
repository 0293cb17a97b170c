import type { Kysely } from 'kysely';
import type { Database } from './database/database.ts';
import { SetupError } from './errors.ts';
import { changeKey, keyMark } from './identity/key-in-force.ts';
import { hashesOfPersons, renameHashes } from './identity/rename-hashes.ts';
import type { IdentityTables } from './identity/tables.ts';
import { renameInspectors } from './inspections/rename-inspectors.ts';
import type { InspectionTables } from './inspections/tables.ts';
import { firstKey, type PiiKeys } from './keyring.ts';
import type { KeyedHash } from './language/vocabulary.ts';
import { hashedFilesOnRecord, staffHashes } from './records/hashed-files.ts';
import { type ImportOptions, importRecords } from './records/import/import-records.ts';
import { openInput } from './records/import/open-input.ts';
import type { ImportReport } from './records/import/report.ts';
import { INSPECTOR_ID_DIGITS } from './records/inspector.ts';
import { createKeyedHash, type KeyedHasher } from './records/keyed-hash.ts';
import type { Tables } from './tables.ts';

type Run = Omit<ImportOptions, 'database' | 'keyedHash' | 'isNewKey' | 'alongside'> & {
  database: Database<Tables>;
  keys: PiiKeys;
};

/**
 * Imports under the key in force. The first whole import under a new `PII_KEY` brings that key into force in
 * its own transaction, with all that was proven before; one that is not whole stays under the previous key, since one
 * table must not hold hashes of two.
 */
export async function importWithKeys({ keys, ...run }: Run): Promise<ImportReport> {
  const identity = run.database.db as unknown as Kysely<IdentityTables>;
  const inForce = await firstKey(identity, keys, run.now());
  const current = createKeyedHash(keys.current);
  if (inForce === keyMark(keys.current)) return importRecords({ ...run, keyedHash: current });
  if (!keys.previous || inForce !== keyMark(keys.previous)) {
    throw new SetupError(
      'PII_KEY is not the key under which the records were hashed: set PII_KEY_PREVIOUS to that one; if it is lost, see docs/privacy.md',
    );
  }
  const previous = createKeyedHash(keys.previous);
  const absent = await absentFiles(run);
  if (absent === null) return rotate(run, keys.current, current, previous);
  const report = await importRecords({ ...run, keyedHash: previous });
  report.notices.push(
    `PII_KEY_PREVIOUS stays in force: the first import under the new PII_KEY must be whole (${absent})`,
  );
  return report;
}

/** Why this import does not renew every hash on record; null when it does. */
async function absentFiles({ database, dir, upsert }: Omit<Run, 'keys'>): Promise<string | null> {
  if (upsert) return '--upsert leaves rows as they were';
  const { sources, close } = await openInput(dir);
  await close();
  const given = new Set(sources.map(({ spec }) => spec.name));
  const absent = (await hashedFilesOnRecord(database.db)).filter((name) => !given.has(name));
  return absent.length > 0 ? `${absent.map((name) => `${name}.csv`).join(', ')} missing` : null;
}

async function rotate(
  run: Omit<Run, 'keys'>,
  newKey: string,
  current: KeyedHasher,
  previous: KeyedHasher,
): Promise<ImportReport> {
  const { db } = run.database;
  const inspectors = await staffHashes(db);
  const wanted = await hashesOfPersons(db as unknown as Kysely<IdentityTables>);
  for (const hash of inspectors) wanted.add(hash);
  const renamed = new Map<KeyedHash, KeyedHash>();
  return importRecords({
    ...run,
    isNewKey: true,
    keyedHash(kind, value) {
      const present = current(kind, value);
      const former = previous(kind, value);
      if (wanted.has(former)) renamed.set(former, present);
      return present;
    },
    async alongside(tx) {
      await renameHashes(tx as Kysely<IdentityTables>, renamed);
      const ids = [...renamed].flatMap(([former, present]) =>
        inspectors.has(former) ? [[inspectorId(former), inspectorId(present)] as const] : [],
      );
      await renameInspectors(tx as Kysely<InspectionTables>, new Map(ids));
      await changeKey(tx as Kysely<IdentityTables>, keyMark(newKey), run.now());
    },
  });
}

function inspectorId(mobileHash: KeyedHash): string {
  return mobileHash.slice(0, INSPECTOR_ID_DIGITS);
}
