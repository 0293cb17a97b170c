import { createHmac, hkdfSync } from 'node:crypto';
import type { Kysely } from 'kysely';
import { inLetters } from '../language/in-letters.ts';
import type { IdentityTables } from './tables.ts';

/** An account in the list of the erased: with it a backup's citizens can be compared, without the key nobody. */
export type AccountHasher = (citizenId: string) => string;

/** @param signingKey `SIGNING_KEY`, base64: it outlives changes of `PII_KEY` */
export function createAccountHash(signingKey: string): AccountHasher {
  const key = Buffer.from(
    hkdfSync('sha256', Buffer.from(signingKey, 'base64'), '', 'erased accounts', 32),
  );
  return (citizenId) => inLetters(createHmac('sha256', key).update(citizenId).digest());
}

export async function noteErasure(
  tx: Kysely<IdentityTables>,
  { accountHash, now }: { accountHash: string; now: Date },
): Promise<void> {
  await tx
    .insertInto('bot.erasures')
    .values({ account_hash: accountHash, at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Of these erasures, the ones this database knows nothing of: it was restored from before them. */
export async function unknownErasures(
  db: Kysely<IdentityTables>,
  accountHashes: readonly string[],
): Promise<Set<string>> {
  const unknown = new Set(accountHashes);
  if (unknown.size === 0) return unknown;
  const known = await db
    .selectFrom('bot.erasures')
    .select('account_hash')
    .where('account_hash', 'in', [...unknown])
    .execute();
  for (const { account_hash: hash } of known) unknown.delete(hash);
  return unknown;
}
