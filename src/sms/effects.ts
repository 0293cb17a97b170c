import { type Kysely, sql } from 'kysely';
import type { KeyedHash } from '../language/vocabulary.ts';
import type { DrawnCode } from './create-sms-codes.ts';
import { SMS_LIMITS } from './limits.ts';
import type { SmsTables } from './tables.ts';
import { waitingTime } from './waiting-time.ts';

/** What a turn changes about codes. `gone`: the world has moved on, the turn is taken again. */
export type SmsOutcome = 'done' | 'gone';

/** Notes the code and puts its message into the outbox; an earlier code of the account counts no more. */
export async function askForCode(
  tx: Kysely<SmsTables>,
  asked: {
    citizenId: string;
    mobileHash: KeyedHash;
    code: DrawnCode;
    locale: 'fa' | 'en';
    now: Date;
  },
): Promise<SmsOutcome> {
  const { citizenId, mobileHash, code, locale, now } = asked;
  // Two turns at once would both be counted as the last that is allowed.
  await sql`select pg_advisory_xact_lock(hashtextextended('codes by sms', 0))`.execute(tx);
  if (await waitingTime(tx, { citizenId, mobileHash }, now)) return 'gone';
  await endCodesOf(tx, citizenId, now);
  const { id, codeHash, sealed, expiresAt } = code;
  await tx
    .insertInto('bot.sms_codes')
    .values({
      id,
      citizen_id: citizenId,
      mobile_hash: mobileHash,
      code_hash: codeHash,
      asked_at: now,
      expires_at: expiresAt,
      released_at: null,
      ended_at: null,
    })
    .execute();
  await tx
    .insertInto('bot.sms_outbox')
    .values({
      code_id: id,
      mobile_hash: mobileHash,
      sealed,
      locale,
      expires_at: expiresAt,
      due_at: now,
    })
    .execute();
  return 'done';
}

export async function countTry(tx: Kysely<SmsTables>, codeId: string): Promise<SmsOutcome> {
  const counted = await tx
    .updateTable('bot.sms_codes')
    .set((eb) => ({ tries: eb('tries', '+', 1) }))
    .where('id', '=', codeId)
    .where('tries', '<', SMS_LIMITS.tries)
    .where('ended_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return counted ? 'done' : 'gone';
}

/** A code proves once. */
export async function useCode(
  tx: Kysely<SmsTables>,
  { codeId, citizenId, now }: { codeId: string; citizenId: string; now: Date },
): Promise<SmsOutcome> {
  const used = await tx
    .updateTable('bot.sms_codes')
    .set({ ended_at: now })
    .where('id', '=', codeId)
    .where('citizen_id', '=', citizenId)
    .where('ended_at', 'is', null)
    .where('released_at', 'is not', null)
    .returning('id')
    .executeTakeFirst();
  return used ? 'done' : 'gone';
}

/** What is on its way is not sent any more either. */
export async function endCodesOf(
  tx: Kysely<SmsTables>,
  citizenId: string,
  now: Date,
): Promise<void> {
  await tx
    .deleteFrom('bot.sms_outbox')
    .where('code_id', 'in', (eb) =>
      eb.selectFrom('bot.sms_codes').select('id').where('citizen_id', '=', citizenId),
    )
    .execute();
  await tx
    .updateTable('bot.sms_codes')
    .set({ ended_at: now })
    .where('citizen_id', '=', citizenId)
    .where('ended_at', 'is', null)
    .execute();
}

const LIMITS_LOOK_BACK_MS = 3_600_000;

/** Codes serve the limits for an hour; then nobody needs them. */
export async function forgetOldCodes(db: Kysely<SmsTables>, now: Date): Promise<void> {
  const before = new Date(now.getTime() - LIMITS_LOOK_BACK_MS);
  await db.deleteFrom('bot.sms_codes').where('asked_at', '<=', before).execute();
}
