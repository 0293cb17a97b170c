import type { Kysely } from 'kysely';
import { BEFORE_ALL, rowsBetween, type SealKey, sealOf } from './audit-chain.ts';
import type { IdentityTables } from './tables.ts';

export type Verdict =
  | { kind: 'whole'; seals: number; rows: number; unsealed: number; last: string | null }
  /** The first batch that is not as it was sealed. */
  | { kind: 'broken'; number: number; reason: 'changed' | 'missing' | 'other-key' };

/**
 * Whether the audit is as it was sealed, row by row. What was cut off at the end shows only against a seal that
 * was noted elsewhere, such as in the log.
 *
 * @param noted a seal that must be in the chain
 */
export async function verifyAudit(
  db: Kysely<IdentityTables>,
  sealKey: SealKey,
  noted?: { number: number; seal: string },
): Promise<Verdict> {
  let before = { number: 0, throughId: BEFORE_ALL, seal: '', rows: 0 };
  for await (const each of seals(db)) {
    const number = before.number + 1;
    if (each.number !== number) return { kind: 'broken', number, reason: 'missing' };
    if (each.key_mark !== sealKey.mark) return { kind: 'broken', number, reason: 'other-key' };
    const throughId = each.through_id;
    const rows = await rowsBetween(db, before.throughId, throughId);
    const batch = { number, throughId, sealedAt: each.sealed_at, rows };
    const isNoted = noted?.number !== number || noted.seal === each.seal;
    if (each.seal !== sealOf(sealKey, before.seal, batch) || !isNoted) {
      return { kind: 'broken', number, reason: 'changed' };
    }
    before = { number, throughId, seal: each.seal, rows: before.rows + rows.length };
  }
  if (noted && noted.number > before.number) {
    return { kind: 'broken', number: before.number + 1, reason: 'missing' };
  }
  const unsealed = await rowsBehind(db, before.throughId);
  const last = before.number > 0 ? `${before.number}:${before.seal}` : null;
  return { kind: 'whole', seals: before.number, rows: before.rows, unsealed, last };
}

async function* seals(db: Kysely<IdentityTables>) {
  for (let from = 0; ; from += 1_000) {
    const page = await db
      .selectFrom('bot.audit_seals')
      .select(['number', 'through_id', 'sealed_at', 'key_mark', 'seal'])
      .orderBy('number')
      .offset(from)
      .limit(1_000)
      .execute();
    for (const { number, through_id, ...rest } of page) {
      yield { number: Number(number), through_id: Number(through_id), ...rest };
    }
    if (page.length < 1_000) return;
  }
}

async function rowsBehind(db: Kysely<IdentityTables>, id: number): Promise<number> {
  const { count } = await db
    .selectFrom('bot.audit')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('id', '>', id)
    .executeTakeFirstOrThrow();
  return Number(count);
}
