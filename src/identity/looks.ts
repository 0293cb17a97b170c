import type { Kysely } from 'kysely';
import type { KeyedHash } from '../language/vocabulary.ts';
import type { AccessRole } from './access-table.ts';
import type { IdentityTables } from './tables.ts';

/** Who was shown something of certain properties: never by name, only as what. */
export interface Looks {
  /** By this very account. */
  own: number;
  others: { role: AccessRole; count: number; last: Date }[];
}

const DAY_MS = 86_400_000;
/** How far back an owner is told. */
const LOOKS_TOLD_DAYS = 90;

/** @param objectHashes every form in which the properties' codes may stand in the audit */
export async function looksAt(
  db: Kysely<IdentityTables>,
  { objectHashes, citizenId }: { objectHashes: readonly KeyedHash[]; citizenId: string },
  now: Date,
): Promise<Looks> {
  const since = new Date(now.getTime() - LOOKS_TOLD_DAYS * DAY_MS);
  const rows = await db
    .selectFrom('bot.audit as a')
    .leftJoin('bot.pseudonyms as p', (join) =>
      join.onRef('p.pseudonym', '=', 'a.pseudonym').on('p.citizen_id', '=', citizenId),
    )
    .select((eb) => [
      'a.roles',
      eb('p.citizen_id', 'is not', null).as('own'),
      eb.fn.countAll<number>().as('count'),
      eb.fn.max('a.at').as('last'),
    ])
    .where('a.object_hash', 'in', [...objectHashes])
    .where('a.at', '>', since)
    .groupBy(['a.roles', 'own'])
    .execute();
  const looks: Looks = { own: 0, others: [] };
  for (const { roles, own, count, last } of rows) {
    const [role] = roles as AccessRole[];
    // Where nobody was shown anything, nobody looked.
    if (!role) continue;
    if (own) looks.own += Number(count);
    else addTo(looks.others, { role, count: Number(count), last });
  }
  return looks;
}

function addTo(others: Looks['others'], look: Looks['others'][number]): void {
  const same = others.find(({ role }) => role === look.role);
  if (!same) others.push(look);
  else {
    same.count += look.count;
    if (look.last > same.last) same.last = look.last;
  }
}
