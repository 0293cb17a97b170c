import { type RawBuilder, sql } from 'kysely';
import type { AuditEntry } from './effects.ts';

/** Parts of one statement. What has `orElse` must give a row. */
export interface AuditWrite {
  name: string;
  statement: RawBuilder<unknown>;
  orElse?: 'conflict';
}

/**
 * What `writeAudit` does, as parts of the statement that commits a turn: an answer that only reads then costs
 * no transaction of several steps.
 */
export function auditWrites(
  entries: readonly AuditEntry[],
  { citizenId, now }: { citizenId: string; now: Date },
): AuditWrite[] {
  const rows = entries.map(
    ({ intent, outcome, objectHash, facts, roles = [] }) =>
      sql`(${intent}::text, ${outcome}::text, ${objectHash}::text, ${[...facts]}::text[], ${[...roles]}::text[])`,
  );
  return [
    {
      name: 'known_reader',
      statement: sql`select pseudonym from bot.pseudonyms where citizen_id = ${citizenId}`,
    },
    {
      name: 'new_reader',
      statement: sql`insert into bot.pseudonyms (citizen_id)
        select ${citizenId}::text where not exists (select from known_reader)
        on conflict do nothing returning pseudonym`,
    },
    {
      name: 'audited',
      statement: sql`
        insert into bot.audit (pseudonym, at, intent, outcome, object_hash, facts, roles)
        select reader.pseudonym, ${now}::timestamptz, look.*
        from (select pseudonym from known_reader union all select pseudonym from new_reader) reader,
          (values ${sql.join(rows)}) as look (intent, outcome, object_hash, facts, roles)
        returning true`,
      // Another turn of the same person has just made the pseudonym, which this statement cannot see yet.
      orElse: 'conflict',
    },
  ];
}
