import { createHmac } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { IdentityTables } from './tables.ts';

/** Tells one `PII_KEY` from another and nothing about either. */
export function keyMark(piiKey: string): string {
  return createHmac('sha256', Buffer.from(piiKey, 'hex')).update('key mark').digest('hex');
}

/** The mark of the key under which every hash in the database was made; null before the first. */
export async function keyInForce(db: Kysely<IdentityTables>): Promise<string | null> {
  const row = await db.selectFrom('bot.pii_key').select('mark').executeTakeFirst();
  return row?.mark ?? null;
}

/** The same, kept in force until the transaction ends: an import that changes it waits. */
export async function holdKeyInForce(tx: Kysely<IdentityTables>): Promise<string | null> {
  const row = await tx.selectFrom('bot.pii_key').select('mark').forShare().executeTakeFirst();
  return row?.mark ?? null;
}

/** The first key a database sees is the one in force; of two processes that start together the first wins. */
export async function adoptKey(
  db: Kysely<IdentityTables>,
  mark: string,
  now: Date,
): Promise<string> {
  await db
    .insertInto('bot.pii_key')
    .values({ mark, since: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return (await keyInForce(db)) ?? mark;
}

export async function changeKey(
  tx: Kysely<IdentityTables>,
  mark: string,
  now: Date,
): Promise<void> {
  await tx
    .insertInto('bot.pii_key')
    .values({ mark, since: now })
    .onConflict((conflict) => conflict.column('is_only').doUpdateSet({ mark, since: now }))
    .execute();
}
