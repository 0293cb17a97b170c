import type { FileSpec } from './file-spec.ts';
import type { StagedFile } from './stage-file.ts';
import { type AnyDatabase, execute, STAGING, sameKey, storedColumns } from './staging.ts';
import { stretches } from './vanished.ts';

/** Brings what was gathered for one table into it; rows that did not change are not touched. */
export async function applyFile(
  db: AnyDatabase,
  { source: { spec }, added, changed }: StagedFile,
  vanished: number,
): Promise<void> {
  if (vanished > 0) await removeVanished(db, spec);
  if (changed > 0) await updateChanged(db, spec);
  if (added > 0) await insertNew(db, spec);
}

async function removeVanished(db: AnyDatabase, { table, key }: FileSpec): Promise<void> {
  await execute(
    db,
    `delete from records.${table} r using ${STAGING}.${table}_gone g where ${sameKey('r', 'g', key)}`,
  );
}

async function updateChanged(db: AnyDatabase, spec: FileSpec): Promise<void> {
  const { table, key } = spec;
  const values = storedColumns(spec)
    .filter(({ name }) => !key.includes(name))
    .map(({ name }) => `${name} = s.${name}`);
  await execute(
    db,
    `update records.${table} r set ${values.join(', ')}
     from ${STAGING}.${table} s where s.change = 'changed' and ${sameKey('r', 's', key)}`,
  );
}

async function insertNew(db: AnyDatabase, spec: FileSpec): Promise<void> {
  const { table } = spec;
  const names = storedColumns(spec)
    .map(({ name }) => name)
    .join(', ');
  for (const [from, to] of await stretches(db, `${STAGING}.${table}`)) {
    await execute(
      db,
      `insert into records.${table} (${names}) select ${names} from ${STAGING}.${table} s
       where s.ctid >= '(${from},0)'::tid and s.ctid < '(${to},0)'::tid and s.change = 'new'`,
    );
  }
}
