import { rowsOfJson } from '../json-rows.ts';
import type { AuditEntry } from './effects.ts';

const LOOK_COLUMNS = {
  intent: 'text',
  outcome: 'text',
  objectHash: 'text',
  facts: 'text[]',
  roles: 'text[]',
} satisfies Record<keyof AuditEntry, string>;

/**
 * What `writeAudit` does, as parts of the statement that commits a turn: an answer that only reads then costs no
 * transaction of several steps. They read `turn (n, "citizenId", now, effects)`, whose effects are a JSON list of
 * `AuditEntry`.
 */
export const AUDIT_PARTS = `
  look as (
    select "citizenId", now, intent, outcome, "objectHash", facts, roles
    from turn t, lateral (${rowsOfJson('t.effects', LOOK_COLUMNS)}) e
  ),
  known_reader as (
    select citizen_id, pseudonym from bot.pseudonyms where citizen_id in (select "citizenId" from look)
  ),
  new_reader as (
    insert into bot.pseudonyms (citizen_id)
    select distinct "citizenId" from look
    where not exists (select from known_reader k where k.citizen_id = "citizenId")
    on conflict do nothing returning citizen_id, pseudonym
  ),
  audited as (
    insert into bot.audit (pseudonym, at, intent, outcome, object_hash, facts, roles)
    select reader.pseudonym, look.now, look.intent, look.outcome, look."objectHash", look.facts,
      coalesce(look.roles, '{}')
    from look
    join (
      select citizen_id, pseudonym from known_reader
      union all select citizen_id, pseudonym from new_reader
    ) reader
      on reader.citizen_id = look."citizenId"
    returning true
  )`;

/** False when another turn of the same person has just made the pseudonym, which the statement cannot see yet. */
export const AUDIT_HOLDS = '(select count(1) from audited) = (select count(1) from look)';
