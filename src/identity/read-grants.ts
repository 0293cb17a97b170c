import { CompiledQuery, type Kysely } from 'kysely';
import type { KeyedHash, RenovationCode } from '../language/vocabulary.ts';
import type { Grant } from './grants.ts';
import type { IdentityTables } from './tables.ts';

/** A grant in JSON, the one shape in which both engines give a list inside a row. */
export interface GrantRow {
  id: string;
  code: RenovationCode;
  nationalIdHash: KeyedHash;
  mobileHash: KeyedHash;
  until: string;
}

/**
 * The grants that count for an account at a moment, as a column of a query.
 *
 * @param citizenId SQL for the account
 * @param at SQL for the moment
 */
export function grantsColumn(citizenId: string, at: string): string {
  return `(select coalesce(json_agg(json_build_object('id', g.id, 'code', g.code,
      'nationalIdHash', g.giver_hash, 'mobileHash', g.giver_mobile_hash,
      'until', to_json(g.ends_at)) order by g.accepted_at, g.id), '[]')
    from bot.grants g
    where g.opened_by = ${citizenId} and g.accepted_at <= ${at} and g.ends_at > ${at}
      and g.taken_back_at is null)`;
}

export function grantOf({ id, code, nationalIdHash, mobileHash, until }: GrantRow): Grant {
  return { id, code, giver: { nationalIdHash, mobileHash }, until: new Date(until) };
}

const GRANTS = `select ${grantsColumn('$1::text', '$2::timestamptz')} as grants`;

export async function grantsOf(
  db: Kysely<IdentityTables>,
  citizenId: string,
  now: Date,
): Promise<Grant[]> {
  const query = CompiledQuery.raw(GRANTS, [citizenId, now]) as CompiledQuery<{
    grants: GrantRow[];
  }>;
  const { rows } = await db.executeQuery(query);
  return rows[0]!.grants.map(grantOf);
}
