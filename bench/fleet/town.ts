import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { startPostgres } from '../../tests/helpers/private-postgres.ts';
import { mobileOf, writeInhabitedCity } from './city.ts';
import { bring, says, sharesContact } from './load.ts';
import { command, type Running, startScript, startWorker } from './processes.ts';

export interface Town {
  botApi: Running;
  env: Record<string, string>;
  /** A worker whose webhook is its own address. */
  startWorker(more?: Record<string, string>): Promise<Running>;
  /** What an import leaves the database to do is done. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

const QUESTION =
  '\u0628\u062f\u0647\u06cc \u0645\u0644\u06a9\u0645 \u0686\u0642\u062f\u0631\u0647\u061f';

/** A PostgreSQL of its own with a made-up city in it, and a Bot API. */
export async function openTown(properties: number, chargesEach: number): Promise<Town> {
  const parts = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), 'pasokh-bench-'));
  parts.defer(() => rm(folder, { recursive: true, force: true }));
  const postgres = await startPostgres();
  parts.defer(() => postgres.stop());
  const botApi = await startScript('bot-api.ts');
  parts.defer(() => botApi.stop());
  const records = join(folder, 'records');
  await writeInhabitedCity(records, properties, chargesEach);
  const env = {
    DATABASE_URL: postgres.url,
    DATA_DIR: join(folder, 'data'),
    TELEGRAM_API_ROOT: botApi.url,
    WEBHOOK_URL: 'http://127.0.0.1:1',
  };
  await command('import', [records], env);
  await rm(records, { recursive: true });
  return {
    botApi,
    env,
    async startWorker(more = {}) {
      const worker = await startWorker({ ...env, ...more });
      parts.defer(() => worker.stop());
      return worker;
    },
    settle: () => settle(postgres.url),
    close: () => parts.disposeAsync(),
  };
}

async function settle(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('vacuum (analyze)');
    await client.query('checkpoint');
  } finally {
    await client.end();
  }
}

/** Citizens of these chats prove their mobiles; from then on each may ask for what its property owes. */
export async function moveIn(worker: Running, chats: readonly number[]): Promise<void> {
  const contacts = chats.map((chat) => sharesContact(chat, mobileOf(chat)));
  await bring([worker.url], contacts, { connections: 16 });
}

/** So many questions about what is owed, of the citizens in turn. */
export function questions(chats: readonly number[], count: number): object[] {
  return Array.from({ length: count }, (_, i) => says(chats[i % chats.length]!, QUESTION));
}

export function chatsFrom(first: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => first + i);
}
