import { timingSafeEqual } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { KeyedHash } from '../language/vocabulary.ts';
import { SMS_LIMITS } from './limits.ts';
import type { SmsSecrets } from './secrets.ts';
import type { SmsTables } from './tables.ts';
import { waitingTime } from './waiting-time.ts';

/** A code as it is stored and sent; in the clear it stands nowhere. */
export interface DrawnCode {
  id: string;
  codeHash: string;
  /** Mobile and code, for the sender alone. */
  sealed: string;
  expiresAt: Date;
}

export type Judged =
  | { kind: 'right'; mobileHash: KeyedHash }
  /** A try to be counted; `triesLeft` after it. */
  | { kind: 'wrong'; triesLeft: number }
  /** Used, too late, tried too often, or never asked for by this account. */
  | { kind: 'over' };

/** Codes by SMS as the conversation asks about them. Nothing here looks a mobile up: see `sendDueCodes`. */
export interface SmsCodes {
  /** Until when no code is given out; null when one may be asked for. */
  waitingTime(who: { citizenId: string; mobileHash: KeyedHash }, now: Date): Promise<Date | null>;
  draw(mobile: string, now: Date): DrawnCode;
  judge(asked: { citizenId: string; codeId: string; code: string }, now: Date): Promise<Judged>;
  /** For a button that brings the mobile back, so that it need not be kept. */
  sealMobile(mobile: string, citizenId: string): string;
  openMobile(sealed: string, citizenId: string): string | null;
}

const DIGITS = 6;

export function createSmsCodes(parts: {
  db: Kysely<SmsTables>;
  secrets: SmsSecrets;
  randomBytes: (count: number) => Uint8Array;
}): SmsCodes {
  const { db, secrets, randomBytes } = parts;
  return {
    waitingTime: (who, now) => waitingTime(db, who, now),
    draw(mobile, now) {
      const id = Buffer.from(randomBytes(8)).toString('hex');
      const number = Buffer.from(randomBytes(6)).readUIntBE(0, 6) % 10 ** DIGITS;
      const code = String(number).padStart(DIGITS, '0');
      return {
        id,
        codeHash: secrets.hashCode(id, code),
        sealed: secrets.seal(`${mobile} ${code}`, id),
        expiresAt: new Date(now.getTime() + SMS_LIMITS.minutes * 60_000),
      };
    },
    judge: (asked, now) => judge(db, secrets, asked, now),
    sealMobile: (mobile, citizenId) => secrets.seal(mobile, `mobile of ${citizenId}`),
    openMobile: (sealed, citizenId) => secrets.open(sealed, `mobile of ${citizenId}`),
  };
}

async function judge(
  db: Kysely<SmsTables>,
  secrets: SmsSecrets,
  { citizenId, codeId, code }: { citizenId: string; codeId: string; code: string },
  now: Date,
): Promise<Judged> {
  const row = await db
    .selectFrom('bot.sms_codes')
    .selectAll()
    .where('id', '=', codeId)
    .where('citizen_id', '=', citizenId)
    .executeTakeFirst();
  if (!row || row.ended_at || row.expires_at <= now) return { kind: 'over' };
  if (row.tries >= SMS_LIMITS.tries) return { kind: 'over' };
  const typed = Buffer.from(secrets.hashCode(codeId, code), 'hex');
  const isSame = timingSafeEqual(typed, Buffer.from(row.code_hash, 'hex'));
  if (isSame && row.released_at) return { kind: 'right', mobileHash: row.mobile_hash };
  return { kind: 'wrong', triesLeft: SMS_LIMITS.tries - row.tries - 1 };
}
