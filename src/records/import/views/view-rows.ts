import type { Client } from 'pg';
import type { CsvRow } from '../csv-splitter.ts';
import type { FileSpec } from '../file-spec.ts';
import { unreadable } from './connect.ts';

export interface View {
  spec: FileSpec;
  /** The schema and the view's own name. */
  schema: string;
  name: string;
  columns: ViewColumn[];
}

export interface ViewColumn {
  name: string;
  /** PostgreSQL's name for it: `timestamptz`, `_text`. */
  type: string;
}

/**
 * The view's rows as a file's would be: texts, the header first, lines counted from 1 in the order of the
 * format's key. A cursor brings them a batch at a time, so memory does not grow with the view.
 */
export async function* viewRows(
  client: Client,
  view: View,
  batchRows: number,
  onRead: (rows: number) => void,
): AsyncGenerator<CsvRow[]> {
  let line = 1;
  try {
    await client.query(`declare records_cursor no scroll cursor for ${selectOf(view)}`);
    for (let isFirst = true; ; isFirst = false) {
      const { rows } = await client.query<(string | null)[]>({
        text: `fetch ${batchRows} from records_cursor`,
        rowMode: 'array',
      });
      const batch = rows.map((cells) => ({ line: ++line, cells: cells.map((cell) => cell ?? '') }));
      onRead(line - 1);
      if (isFirst) batch.unshift({ line: 1, cells: view.columns.map(({ name }) => name) });
      if (batch.length > 0) yield batch;
      if (rows.length < batchRows) break;
    }
    await client.query('close records_cursor');
  } catch (error) {
    throw unreadable(`${view.schema}.${view.name}`, error);
  }
}

/** How many rows the planner expects, for the time left. */
export async function estimateOf(client: Client, view: View): Promise<number> {
  try {
    const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: { 'Plan Rows': number } }] }>(
      `explain (format json) select from ${nameOf(view)}`,
    );
    return rows[0]!['QUERY PLAN'][0].Plan['Plan Rows'];
  } catch (error) {
    throw unreadable(`${view.schema}.${view.name}`, error);
  }
}

function selectOf(view: View): string {
  const { spec, columns } = view;
  const isKey = (name: string) =>
    spec.columns.some(
      (column) => column.name === name && column.stored.some((one) => spec.key.includes(one.name)),
    );
  const order = columns.filter(({ name }) => isKey(name)).map(({ name }) => quoted(name));
  const orderBy = order.length > 0 ? ` order by ${order.join(', ')}` : '';
  return `select ${columns.map(asText).join(', ')} from ${nameOf(view)}${orderBy}`;
}

/** As the format writes it: a time to the second, several words joined by `;`. */
function asText({ name, type }: ViewColumn): string {
  const column = quoted(name);
  if (type.startsWith('timestamp')) return `to_char(${column}, 'YYYY-MM-DD HH24:MI:SS')`;
  if (type.startsWith('_')) return `array_to_string(${column}, ';')`;
  return `${column}::text`;
}

function nameOf({ schema, name }: View): string {
  return `${quoted(schema)}.${quoted(name)}`;
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
