import type { Kysely } from 'kysely';
import type { RenovationCode } from '../language/vocabulary.ts';
import { type Giver, type GrantDays, LINK_HOURS } from './grants.ts';
import type { IdentityTables } from './tables.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** What a turn changes in who may look for whom. `gone`: the world has moved on, the turn is taken again. */
export type GrantOutcome = 'done' | 'gone';

export interface NewGrant {
  id: string;
  code: RenovationCode;
  giver: Giver;
  days: GrantDays;
  tokenHash: string;
}

export async function giveAccess(
  tx: Kysely<IdentityTables>,
  { grant, citizenId, now }: { grant: NewGrant; citizenId: string; now: Date },
): Promise<void> {
  const { id, code, giver, tokenHash, days } = grant;
  await tx
    .insertInto('bot.grants')
    .values({
      id,
      code,
      giver_id: citizenId,
      giver_hash: giver.nationalIdHash,
      giver_mobile_hash: giver.mobileHash,
      token_hash: tokenHash,
      days,
      given_at: now,
      opens_until: new Date(now.getTime() + LINK_HOURS * HOUR_MS),
      opened_by: null,
      accepted_at: null,
      ends_at: null,
      taken_back_at: null,
    })
    .execute();
}

/** Whoever opens a link first is the only one who ever may. */
export async function openLink(
  tx: Kysely<IdentityTables>,
  { id, citizenId, now }: { id: string; citizenId: string; now: Date },
): Promise<GrantOutcome> {
  const opened = await tx
    .updateTable('bot.grants')
    .set({ opened_by: citizenId })
    .where('id', '=', id)
    .where('accepted_at', 'is', null)
    .where('taken_back_at', 'is', null)
    .where('opens_until', '>', now)
    .where((eb) => eb.or([eb('opened_by', 'is', null), eb('opened_by', '=', citizenId)]))
    .returning('id')
    .executeTakeFirst();
  return opened ? 'done' : 'gone';
}

/** The time that was chosen runs from here. */
export async function acceptAccess(
  tx: Kysely<IdentityTables>,
  { id, citizenId, until, now }: { id: string; citizenId: string; until: Date; now: Date },
): Promise<GrantOutcome> {
  const accepted = await tx
    .updateTable('bot.grants')
    .set({ accepted_at: now, ends_at: until })
    .where('id', '=', id)
    .where('opened_by', '=', citizenId)
    .where('accepted_at', 'is', null)
    .where('taken_back_at', 'is', null)
    .where('opens_until', '>', now)
    .returning('id')
    .executeTakeFirst();
  return accepted ? 'done' : 'gone';
}

export function endOfAccess(days: GrantDays, now: Date): Date {
  return new Date(now.getTime() + days * DAY_MS);
}

/** By the party in whose name it was given, from whichever account it speaks now. */
export async function takeBackAccess(
  tx: Kysely<IdentityTables>,
  { id, giver, now }: { id: string; giver: Giver; now: Date },
): Promise<void> {
  await tx
    .updateTable('bot.grants')
    .set({ taken_back_at: now })
    .where('id', '=', id)
    .where('giver_hash', '=', giver.nationalIdHash)
    .where('giver_mobile_hash', '=', giver.mobileHash)
    .where('taken_back_at', 'is', null)
    .execute();
}

/** Nobody needs a grant any more that ended so many days ago; the audit stays. */
const KEPT_AFTER_END_DAYS = 30;

export async function forgetOldGrants(db: Kysely<IdentityTables>, now: Date): Promise<void> {
  const before = new Date(now.getTime() - KEPT_AFTER_END_DAYS * DAY_MS);
  await db
    .deleteFrom('bot.grants')
    .where((eb) =>
      eb.or([
        eb('ends_at', '<', before),
        eb('taken_back_at', '<', before),
        eb.and([eb('accepted_at', 'is', null), eb('opens_until', '<', before)]),
      ]),
    )
    .execute();
}
