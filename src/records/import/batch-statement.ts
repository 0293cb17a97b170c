import type { FileName, FileSpec, Reference, StoredColumn } from './file-spec.ts';
import { FILE_SPECS } from './file-specs.ts';
import { STAGING, sameKey, storedColumns } from './staging.ts';

/** How references are looked up: in this run's files, or in what was on record before. */
export interface Lookup {
  staged: ReadonlySet<FileName>;
  isUpsert: boolean;
}

/**
 * One statement that takes a batch in: finds references that lead nowhere and keys that came before,
 * and marks each row `new`, `changed` or `same` beside what is on record. Nobody else writes there, so
 * all of this can happen before the transaction, a batch at a time.
 *
 * Parameters: lines, whether refused already, then an array for each stored column.
 * Result: how many of each mark, and the lines that are refused with the number of the reason.
 */
export function batchStatement(spec: FileSpec, lookup: Lookup): string {
  const columns = storedColumns(spec);
  const names = columns.map((column) => column.name);
  const list = names.join(', ');
  const differs = `(${names.map((name) => `r.${name}`).join(', ')}) is distinct from (${names
    .map((name) => `g.${name}`)
    .join(', ')})`;
  return `
with given as (
  select line, refused, ${columns.map(selected).join(', ')}
  from unnest($1::integer[], $2::boolean[], ${columns.map(parameter).join(', ')})
    as u (line, refused, ${list})
), checked as (
  select g.*, case when refused then -1 ${spec.references
    .map((reference, i) => `when not (${isKnown(reference, lookup)}) then ${i + 1}`)
    .join(' ')} else 0 end as fault
  from given g
), taken as (
  insert into ${STAGING}.${spec.table} (line, refused, ${list}, change, stands)
  select g.line, g.fault <> 0, ${names.map((name) => `g.${name}`).join(', ')},
    case when g.fault <> 0 then 'none' when r.${spec.key[0]} is null then 'new'
      when ${differs} then 'changed' else 'same' end,
    g.fault = 0 or (g.fault = -1 and r.${spec.key[0]} is not null)
  from checked g left join lateral (
    select * from records.${spec.table} r where ${sameKey('r', 'g', spec.key)} limit 1
  ) r on true
  order by g.line
  on conflict do nothing
  returning line, change
)
select change as mark, 0 as line, count(*)::integer as rows from taken where change <> 'none' group by change
union all
select 'reference', g.line, g.fault from checked g where g.fault > 0
union all
select 'duplicate', g.line, 1 from checked g
where g.fault = 0 and not exists (select from taken t where t.line = g.line)`;
}

function isKnown({ to, by }: Reference, { staged, isUpsert }: Lookup): string {
  const { table, key } = FILE_SPECS[to];
  const same = (alias: string) =>
    key.map((name, i) => `${alias}.${name} = g.${by[i]}`).join(' and ');
  // Scalar, not `exists`: the planner would read the whole table for each batch.
  const inFiles = `(select p.stands from ${STAGING}.${table} p where ${same('p')}) is true`;
  const onRecord = `(select true from records.${table} p where ${same('p')}) is true`;
  if (!staged.has(to)) return onRecord;
  return isUpsert ? `${inFiles} or ${onRecord}` : inFiles;
}

function parameter({ type }: StoredColumn, index: number): string {
  return `$${index + 3}::${type === 'text[]' ? 'text' : type}[]`;
}

function selected({ name, type }: StoredColumn): string {
  return type === 'text[]'
    ? `coalesce(string_to_array(nullif(${name}, ''), ';'), '{}') as ${name}`
    : name;
}
