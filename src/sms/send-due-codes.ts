import { type Kysely, sql } from 'kysely';
import { UpstreamError } from '../errors.ts';
import type { RecordStore } from '../records/record-store.ts';
import type { SmsSecrets } from './secrets.ts';
import type { SendSms } from './send-sms.ts';
import type { SmsTables } from './tables.ts';

export interface CodeSenderParts {
  db: Kysely<SmsTables>;
  records: Pick<RecordStore, 'partiesByMobile'>;
  secrets: SmsSecrets;
  send: SendSms;
  /** The words of the message. */
  textOf: (code: string, locale: 'fa' | 'en') => string;
  now: () => Date;
  /** A message could not be sent; it is tried again while its code counts, unless it was `refused`. */
  onFailure: (error: unknown, outcome: 'later' | 'refused') => void;
}

const AT_ONCE = 10;
/** Longer than an attempt may take: then another worker may have it. */
const HELD_MS = 10_000;
const TRIED_AGAIN_AFTER_MS = 3_000;

/**
 * Sends what citizens have asked for since. Only here, after the answer, is a mobile looked up: one that is on
 * no record gets nothing, and nobody can tell by words or by time.
 */
export async function sendDueCodes(parts: CodeSenderParts, signal: AbortSignal): Promise<void> {
  const { db, now } = parts;
  await db.deleteFrom('bot.sms_outbox').where('expires_at', '<=', now()).execute();
  while (!signal.aborted) {
    const claimed = await claim(db, now());
    if (claimed.length === 0) return;
    await Promise.all(claimed.map((row) => sendOne(parts, row, signal)));
  }
}

interface Claimed {
  code_id: string;
  mobile_hash: string;
  sealed: string;
  locale: 'fa' | 'en';
}

/** Takes messages in hand that no other worker has. */
async function claim(db: Kysely<SmsTables>, now: Date): Promise<Claimed[]> {
  const { rows } = await sql<Claimed>`
    update bot.sms_outbox set due_at = ${new Date(now.getTime() + HELD_MS)},
      attempts = attempts + 1
    where code_id in (
      select code_id from bot.sms_outbox where due_at <= ${now} and expires_at > ${now}
      order by due_at, code_id limit ${AT_ONCE} for update skip locked)
    returning code_id, mobile_hash, sealed, locale`.execute(db);
  return rows;
}

async function sendOne(parts: CodeSenderParts, row: Claimed, signal: AbortSignal): Promise<void> {
  const { db, records, now, onFailure } = parts;
  try {
    const parties = await records.partiesByMobile(row.mobile_hash);
    if (parties.length > 0 && (await release(db, row, now()))) {
      const outcome = await deliver(parts, row, signal);
      if (outcome === 'refused') onFailure(null, 'refused');
    }
    await db.deleteFrom('bot.sms_outbox').where('code_id', '=', row.code_id).execute();
  } catch (error) {
    onFailure(error, 'later');
    if (!(error instanceof UpstreamError)) return;
    await db
      .updateTable('bot.sms_outbox')
      .set({ due_at: new Date(now().getTime() + TRIED_AGAIN_AFTER_MS) })
      .where('code_id', '=', row.code_id)
      .execute();
  }
}

/** From here on the code may be right. False when it was given up meanwhile. */
async function release(db: Kysely<SmsTables>, { code_id }: Claimed, now: Date): Promise<boolean> {
  const released = await db
    .updateTable('bot.sms_codes')
    .set({ released_at: now })
    .where('id', '=', code_id)
    .where('ended_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return released !== undefined;
}

async function deliver(
  { secrets, send, textOf }: CodeSenderParts,
  { code_id: key, sealed, locale }: Claimed,
  signal: AbortSignal,
): Promise<'accepted' | 'refused'> {
  const [to, code] = secrets.open(sealed, key)?.split(' ') ?? [];
  // Sealed with another key, before a rotation: it cannot be read and will not be.
  if (!to || !code) return 'refused';
  return send({ to, text: textOf(code, locale), key }, signal);
}
