import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { KeyedHash, RenovationCode } from '../language/vocabulary.ts';
import type { Giver, GrantDays } from './grants.ts';
import type { IdentityTables } from './tables.ts';

/** A link that waits to be accepted by whoever opened it first, or by anybody yet. */
export interface Invitation {
  id: string;
  code: RenovationCode;
  giver: Giver;
  days: GrantDays;
  /** It was given by the very account that opens it. */
  isOwn: boolean;
}

/** Access that somebody was given, as its giver is told of it. */
export interface Given {
  id: string;
  code: RenovationCode;
  /** Null: nobody has accepted the link yet. */
  representative: {
    mobileMasked: string;
    since: Date;
    until: Date;
    /** How often the property was looked at, and when last. */
    looks: number;
    lastLook: Date | null;
  } | null;
  opensUntil: Date;
}

export interface Representatives {
  /** Where a link's token leads this account; null for any that is unknown, used by another, taken back or late. */
  invitation(asked: AskedInvitation, citizenId: string, now: Date): Promise<Invitation | null>;
  /** What was given in this party's name and still counts, the oldest first. */
  givenBy(giver: Giver, now: Date): Promise<Given[]>;
  /** The address that opens the bot with this text. */
  startLink(payload: string): string;
}

export type AskedInvitation = { token: string } | { grantId: string };

export function createRepresentatives(parts: {
  db: Kysely<IdentityTables>;
  /** Every form in which a code may stand in the audit. */
  everyCodeHash: (code: RenovationCode) => KeyedHash[];
  startLink: (payload: string) => string;
}): Representatives {
  const { db, everyCodeHash, startLink } = parts;
  return {
    startLink,
    invitation: (asked, citizenId, now) => invitation(db, asked, citizenId, now),
    async givenBy(giver, now) {
      const rows = await givenRows(db, giver, now);
      return Promise.all(rows.map((row) => given(db, row, everyCodeHash(row.code))));
    },
  };
}

/** 192 bits from the system's generator need no key. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

async function invitation(
  db: Kysely<IdentityTables>,
  asked: AskedInvitation,
  citizenId: string,
  now: Date,
): Promise<Invitation | null> {
  const row = await db
    .selectFrom('bot.grants')
    .selectAll()
    .where((eb) =>
      'token' in asked
        ? eb('token_hash', '=', hashToken(asked.token))
        : eb('id', '=', asked.grantId),
    )
    .where('accepted_at', 'is', null)
    .where('taken_back_at', 'is', null)
    .where('opens_until', '>', now)
    .where((eb) => eb.or([eb('opened_by', 'is', null), eb('opened_by', '=', citizenId)]))
    .executeTakeFirst();
  if (!row) return null;
  return {
    id: row.id,
    code: row.code,
    giver: { nationalIdHash: row.giver_hash, mobileHash: row.giver_mobile_hash },
    days: row.days as GrantDays,
    isOwn: row.giver_id === citizenId,
  };
}

type GrantRow = IdentityTables['bot.grants'];

function givenRows(
  db: Kysely<IdentityTables>,
  { nationalIdHash, mobileHash }: Giver,
  now: Date,
): Promise<GrantRow[]> {
  return db
    .selectFrom('bot.grants')
    .selectAll()
    .where('giver_hash', '=', nationalIdHash)
    .where('giver_mobile_hash', '=', mobileHash)
    .where('taken_back_at', 'is', null)
    .where((eb) =>
      eb.or([
        eb('ends_at', '>', now),
        eb.and([eb('accepted_at', 'is', null), eb('opens_until', '>', now)]),
      ]),
    )
    .orderBy('given_at')
    .orderBy('id')
    .execute();
}

async function given(
  db: Kysely<IdentityTables>,
  row: GrantRow,
  objectHashes: KeyedHash[],
): Promise<Given> {
  const { id, code, opened_by, accepted_at, ends_at, opens_until: opensUntil } = row;
  if (!opened_by || !accepted_at || !ends_at) return { id, code, representative: null, opensUntil };
  const proof = await db
    .selectFrom('bot.proofs')
    .select('mobile_masked')
    .where('citizen_id', '=', opened_by)
    .orderBy('proven_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  const { looks, last } = await db
    .selectFrom('bot.audit as a')
    .innerJoin('bot.pseudonyms as p', 'p.pseudonym', 'a.pseudonym')
    .select((eb) => [
      eb.fn.countAll<number>().as('looks'),
      eb.fn.max<Date | null>('a.at').as('last'),
    ])
    .where('p.citizen_id', '=', opened_by)
    .where('a.object_hash', 'in', objectHashes)
    .where('a.at', '>=', accepted_at)
    .where((eb) => eb(eb.fn('cardinality', ['a.facts']), '>', 0))
    .executeTakeFirstOrThrow();
  const representative = {
    mobileMasked: proof?.mobile_masked ?? '',
    since: accepted_at,
    until: ends_at,
    looks: Number(looks),
    lastLook: last,
  };
  return { id, code, representative, opensUntil };
}
