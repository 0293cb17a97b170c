import { type Kysely, sql } from 'kysely';
import { BEFORE_ALL, rowsBetween, type SealKey, sealOf } from './audit-chain.ts';
import type { IdentityTables } from './tables.ts';

export interface Seal {
  number: number;
  throughId: number;
  seal: string;
}

const MOST_ROWS = 5_000;
/** Answers in hand write to the audit: a writer that hangs must not hold up all the others behind us. */
const PATIENCE = '300ms';

/**
 * Seals what has been written to the audit since the last seal, a batch at a time. Any number of processes may
 * do so: of two that make the same seal one gives way. Throws when a writer keeps the audit busy; the next
 * round seals it all.
 */
export async function sealAudit(
  db: Kysely<IdentityTables>,
  sealKey: SealKey,
  now: Date,
): Promise<Seal[]> {
  const settled = await settledThrough(db);
  const made: Seal[] = [];
  while (true) {
    const seal = await sealNext(db, sealKey, settled, now);
    if (!seal) return made;
    made.push(seal);
  }
}

/**
 * The id up to which nobody will write any more. Ids are given before a transaction commits, so a smaller one
 * may appear later; not once the lock has waited for every writer.
 */
async function settledThrough(db: Kysely<IdentityTables>): Promise<number> {
  return db.transaction().execute(async (tx) => {
    await sql`set local lock_timeout = ${sql.lit(PATIENCE)}`.execute(tx);
    await sql`lock table bot.audit in share mode`.execute(tx);
    const last = await tx
      .selectFrom('bot.audit')
      .select((eb) => eb.fn.max('id').as('id'))
      .executeTakeFirst();
    return Number(last?.id ?? 0);
  });
}

async function sealNext(
  db: Kysely<IdentityTables>,
  sealKey: SealKey,
  settled: number,
  now: Date,
): Promise<Seal | null> {
  const last = await db
    .selectFrom('bot.audit_seals')
    .select(['number', 'through_id', 'seal'])
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  const afterId = Number(last?.through_id ?? BEFORE_ALL);
  const throughId = await endOfBatch(db, afterId, settled);
  if (throughId === null) return null;
  const rows = await rowsBetween(db, afterId, throughId);
  const number = Number(last?.number ?? 0) + 1;
  const seal = sealOf(sealKey, last?.seal ?? '', { number, throughId, sealedAt: now, rows });
  const made = await db
    .insertInto('bot.audit_seals')
    .values({
      number,
      through_id: throughId,
      row_count: rows.length,
      sealed_at: now,
      key_mark: sealKey.mark,
      seal,
    })
    .onConflict((conflict) => conflict.column('number').doNothing())
    .returning('number')
    .executeTakeFirst();
  return made ? { number, throughId, seal } : null;
}

async function endOfBatch(
  db: Kysely<IdentityTables>,
  afterId: number,
  settled: number,
): Promise<number | null> {
  const batch = await db
    .selectFrom((eb) =>
      eb
        .selectFrom('bot.audit')
        .select('id')
        .where('id', '>', afterId)
        .where('id', '<=', settled)
        .orderBy('id')
        .limit(MOST_ROWS)
        .as('batch'),
    )
    .select((eb) => eb.fn.max('id').as('id'))
    .executeTakeFirst();
  return batch?.id ? Number(batch.id) : null;
}
