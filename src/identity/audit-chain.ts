import { createHmac, hkdfSync } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { inLetters } from '../language/in-letters.ts';
import type { IdentityTables } from './tables.ts';

/** What seals the audit: whoever holds the database alone cannot make a seal. */
export interface SealKey {
  key: Buffer;
  /** Tells seals of this key from those of another. */
  mark: string;
}

/** @param signingKey `SIGNING_KEY`, base64 */
export function sealKeyOf(signingKey: string): SealKey {
  const secret = Buffer.from(signingKey, 'base64');
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'audit seal', 32));
  return { key, mark: inLetters(createHmac('sha256', key).update('key mark').digest()) };
}

/** Behind it the first batch begins, whatever ids somebody may have put in. */
export const BEFORE_ALL = Number.MIN_SAFE_INTEGER;

/** A batch of audit rows and its place in the chain. */
export interface Batch {
  number: number;
  throughId: number;
  sealedAt: Date;
  /** One text a row, in order. */
  rows: readonly string[];
}

/** The seal of a batch lies over its rows, its place and the seal before it. */
export function sealOf({ key }: SealKey, before: string, batch: Batch): string {
  const { number, throughId, sealedAt, rows } = batch;
  const head = JSON.stringify([before, number, throughId, rows.length, sealedAt.toISOString()]);
  return inLetters(
    createHmac('sha256', key)
      .update([head, ...rows].join('\n'))
      .digest(),
  );
}

/** Everything that stands in the rows behind `afterId`, up to and with `throughId`, one text a row. */
export async function rowsBetween(
  db: Kysely<IdentityTables>,
  afterId: number,
  throughId: number,
): Promise<string[]> {
  const { rows } = await sql<{ row: unknown[] }>`
    select json_build_array(id, pseudonym, extract(epoch from at)::text, intent, outcome, object_hash,
      facts, roles) as row
    from bot.audit where id > ${afterId} and id <= ${throughId} order by id`.execute(db);
  return rows.map(({ row }) => JSON.stringify(row));
}
