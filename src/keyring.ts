import type { Kysely } from 'kysely';
import { SetupError } from './errors.ts';
import {
  adoptKey,
  changeKey,
  holdKeyInForce,
  keyInForce,
  keyMark,
} from './identity/key-in-force.ts';
import { renameHashes } from './identity/rename-hashes.ts';
import type { IdentityTables } from './identity/tables.ts';
import type { KeyedHash } from './language/vocabulary.ts';
import { createKeyedHash, type KeyedHasher } from './records/keyed-hash.ts';
import { postgresRecords } from './records/postgres-records.ts';

export interface PiiKeys {
  current: string;
  /** While a rotation lasts: the key of before. */
  previous: string | undefined;
}

/** Hashes under the one key that is in force: that of the records, until an import changes it. */
export interface Keyring {
  hash: KeyedHasher;
  /** All the forms in which a value may stand in the audit, which is never rewritten. */
  everyHash(kind: Parameters<KeyedHasher>[0], value: string): KeyedHash[];
  /** The records are still under the previous key. */
  isRotating(): boolean;
  /** Looks which key is in force now; throws `SetupError` when this process has not got it. */
  refresh(): Promise<void>;
  /** Whether the key that hashed is in force, and stays so until the transaction ends. */
  stillHolds(tx: Kysely<IdentityTables>): Promise<boolean>;
}

/**
 * A key that fits nothing on record would match nobody, silently; so a start under one is refused.
 *
 * @param elsewhere the records come from a service, which changes its key by itself: no import will do it
 */
export async function openKeyring(options: {
  db: Kysely<IdentityTables>;
  keys: PiiKeys;
  elsewhere?: boolean;
  now: Date;
}): Promise<Keyring> {
  const { db, keys, elsewhere = false, now } = options;
  const currentMark = keyMark(keys.current);
  const marks = new Map([[currentMark, createKeyedHash(keys.current)]]);
  if (keys.previous) marks.set(keyMark(keys.previous), createKeyedHash(keys.previous));
  if (elsewhere && keys.previous) await endRotation(db, keys, now);
  let inForce = await firstKey(db, keys, now);

  const hasherOf = (mark: string): KeyedHasher => {
    const hasher = marks.get(mark);
    if (hasher) return hasher;
    throw new SetupError(
      'PII_KEY is not the key under which the records were hashed, so it would match nobody; set that one, or put it into PII_KEY_PREVIOUS and import the records whole',
    );
  };
  let hasher = hasherOf(inForce);
  return {
    hash: (kind, value) => hasher(kind, value),
    everyHash: (kind, value) => [...marks.values()].map((one) => one(kind, value)),
    isRotating: () => inForce !== currentMark,
    async refresh() {
      inForce = (await keyInForce(db)) ?? inForce;
      hasher = hasherOf(inForce);
    },
    stillHolds: async (tx) => (await holdKeyInForce(tx)) === inForce,
  };
}

/** Records of a version that kept no mark are taken to be under the older of the keys that are set. */
export async function firstKey(
  db: Kysely<IdentityTables>,
  keys: PiiKeys,
  now: Date,
): Promise<string> {
  const known = await keyInForce(db);
  const isEmpty = (await postgresRecords(db).recordedAt()) === null && !(await hasProofs(db));
  if (known && !isEmpty) return known;
  const mark = keyMark(isEmpty ? keys.current : (keys.previous ?? keys.current));
  // Nothing was hashed under the key that is known, so nothing is lost with it.
  if (known && known !== mark) await changeKey(db, mark, now);
  return adoptKey(db, mark, now);
}

async function hasProofs(db: Kysely<IdentityTables>): Promise<boolean> {
  const one = await db.selectFrom('bot.proofs').select('citizen_id').limit(1).executeTakeFirst();
  return one !== undefined;
}

/** Nobody's mobile is known here in the clear, so whoever proved one proves it again. */
async function endRotation(db: Kysely<IdentityTables>, keys: PiiKeys, now: Date): Promise<void> {
  const { current, previous } = keys;
  await db.transaction().execute(async (tx) => {
    if (!previous || (await holdKeyInForce(tx)) !== keyMark(previous)) return;
    await renameHashes(tx, new Map());
    await changeKey(tx, keyMark(current), now);
  });
}
