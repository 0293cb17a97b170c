import { Client } from 'pg';
import { SetupError, UpstreamError } from '../../../errors.ts';

const CONNECT_MS = 10_000;
const USUAL_SCHEMA = 'pasokh_out';

export interface ViewsConnection {
  client: Client;
  schema: string;
  /** Ends the reading. */
  close(): Promise<void>;
}

/**
 * Opens the municipality's database for one reading: nothing can be written, and all views are read as they
 * stood at one moment. The address's password is never part of a message.
 *
 * @param address its `schema` names where the views are
 */
export async function connectToViews(address: string): Promise<ViewsConnection> {
  if (!URL.canParse(address)) {
    throw new SetupError(
      'the address must be like postgres://reader@host/database?schema=pasokh_out',
    );
  }
  const url = new URL(address);
  const schema = url.searchParams.get('schema') ?? USUAL_SCHEMA;
  url.searchParams.delete('schema');
  const client = new Client({
    connectionString: url.href,
    connectionTimeoutMillis: CONNECT_MS,
    application_name: 'pasokh import',
  });
  // A connection that breaks fails the query in hand; unheard, it would end the process.
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query('begin transaction isolation level repeatable read, read only');
    // Times as the municipality's clocks show them, dates in one form.
    await client.query(`set local timezone = 'Asia/Tehran'`);
    await client.query(`set local datestyle = 'ISO'`);
  } catch (error) {
    await client.end().catch(() => {});
    throw unreadable(`the database ${url.hostname}${url.pathname}`, error);
  }
  return { client, schema, close: () => client.end().catch(() => {}) };
}

/** Faults of the statement or its rights, whose words hold names and no values of rows. */
const TELLABLE = /^(?:3D|28|42)/;

/** A fault in words. Of an error in the rows only the code is told: its words may repeat a national id. */
export function unreadable(what: string, error: unknown): Error {
  const { code, message } = error as { code?: unknown; message?: string };
  const isServers = typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code);
  if (isServers && TELLABLE.test(code)) {
    return new SetupError(`${what}: cannot be read (${message})`, { cause: error });
  }
  if (isServers && code.startsWith('22')) {
    return new SetupError(`${what}: cannot be read (a value in it is wrong, SQLSTATE ${code})`);
  }
  return new UpstreamError(`${what}: did not answer (${code ?? message})`, { cause: error });
}
