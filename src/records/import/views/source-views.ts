import { SetupError } from '../../../errors.ts';
import { SPECS_IN_ORDER } from '../file-specs.ts';
import type { RecordsInput, Source } from '../source.ts';
import { connectToViews, unreadable, type ViewsConnection } from './connect.ts';
import { estimateOf, type View, type ViewColumn, viewRows } from './view-rows.ts';

/** The views of one schema that stand for records files: `request_steps` for `request-steps.csv`. */
export async function sourceViews(address: string): Promise<RecordsInput> {
  const connection = await connectToViews(address);
  try {
    const { views, others } = await viewsIn(connection);
    const sources: Source[] = [];
    for (const view of views) sources.push(await sourceOf(connection, view));
    const notices = others.map(
      (name) => `${connection.schema}.${name}: stands for no records file; passed over`,
    );
    return { sources, notices, close: connection.close };
  } catch (error) {
    await connection.close();
    throw error;
  }
}

async function sourceOf({ client }: ViewsConnection, view: View): Promise<Source> {
  const label = `${view.schema}.${view.name}`;
  return {
    spec: view.spec,
    file: label,
    path: label,
    size: await estimateOf(client, view),
    batches: (batchRows, onRead) => viewRows(client, view, batchRows, onRead),
  };
}

async function viewsIn({
  client,
  schema,
}: ViewsConnection): Promise<{ views: View[]; others: string[] }> {
  const found = await client
    .query<{ name: string; columns: ViewColumn[] }>(
      `select c.relname as name,
         json_agg(json_build_object('name', a.attname, 'type', t.typname) order by a.attnum) as columns
       from pg_class c
       join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
       join pg_type t on t.oid = a.atttypid
       where n.nspname = $1 and c.relkind in ('v', 'm', 'r', 'p', 'f')
       group by c.relname order by c.relname`,
      [schema],
    )
    .catch((error) => {
      throw unreadable(`the schema ${schema}`, error);
    });
  const known = new Map(SPECS_IN_ORDER.map((spec) => [spec.name.replaceAll('-', '_'), spec]));
  const byName = new Map(found.rows.map((row) => [row.name, row.columns]));
  const views = [...known].flatMap(([name, spec]) => {
    const columns = byName.get(name);
    return columns ? [{ spec, schema, name, columns }] : [];
  });
  if (views.length === 0) {
    throw new SetupError(
      `the schema ${schema} has no view of a records file; known are ${[...known.keys()].join(', ')}`,
    );
  }
  return { views, others: [...byName.keys()].filter((name) => !known.has(name)) };
}
