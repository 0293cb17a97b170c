import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Update } from 'grammy/types';
import { type App, startApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import type { Database } from '../../src/database/database.ts';
import { importWithKeys } from '../../src/import-with-keys.ts';
import { newKeys } from '../../src/keys.ts';
import { openStorage } from '../../src/open-storage.ts';
import { PATHS } from '../../src/paths.ts';
import { createKeyedHash, type KeyedHasher } from '../../src/records/keyed-hash.ts';
import type { Tables } from '../../src/tables.ts';
import {
  type ApiCall,
  type BotApiServer,
  person,
  privateMessage,
  startBotApi,
} from '../helpers/bot-api-server.ts';
import { createPostgresDatabase } from '../helpers/database.ts';
import { eventually } from '../helpers/eventually.ts';

/** Saturday 30 Aban 1405, at half past seven in the morning in Tehran. */
const START = new Date('2026-11-21T04:00:00Z');

/** Of the demo city: who owns which code, by account and mobile. */
export const MARYAM = { id: 9001, mobile: '09000001001', code: '3-11-245-7' };
export const SAEED = { id: 9002, mobile: '09000001002' };
export const NOBODYS_CODE = '3-99-999-9';

type Content = Record<string, unknown>;

/** The whole program over the demo city, spoken to as Telegram speaks to it. */
export interface CityBot {
  api: BotApiServer;
  app: App;
  database: Database<Tables>;
  hash: KeyedHasher;
  /** Brings one update and waits until everything that answers it has been sent. */
  takes(update: Omit<Update, 'update_id'>): Promise<Heard>;
  says(userId: number, text: string, more?: Content): Promise<Heard>;
  sends(userId: number, content: Content): Promise<Heard>;
  presses(userId: number, data: string, chatId?: number): Promise<Heard>;
  sharesOwnContact(citizen: { id: number; mobile: string }): Promise<Heard>;
  passes(minutes: number): void;
  now(): Date;
  close(): Promise<void>;
}

/** What the bot called while it answered. */
export interface Heard {
  calls: ApiCall[];
  /** The texts of its messages, one after the other. */
  text: string;
  /** The labels of the buttons under them. */
  buttons: string[];
  /** What those buttons do. */
  actions: string[];
}

export function contactOf({ id, mobile }: { id: number; mobile: string }, more: Content = {}) {
  const phone = `+98${mobile.slice(1)}`;
  return { contact: { phone_number: phone, first_name: 'x', user_id: id, ...more } };
}

export async function startCityBot(settings: Record<string, string> = {}): Promise<CityBot> {
  const store = await createPostgresDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'pasokh-abuse-'));
  const api = await startBotApi();
  const keys = newKeys();
  let now = START;
  const database = await openStorage({ url: store.url });
  await importWithKeys({
    ...{ database, dir: PATHS.demoCity, now: () => now },
    keys: { current: keys.piiKey, previous: undefined },
  });
  const config = readConfig(
    {
      ...{ BOT_TOKEN: api.token, TELEGRAM_API_ROOT: api.root, DATABASE_URL: store.url },
      ...{ PII_KEY: keys.piiKey, SIGNING_KEY: keys.signingKey, DATA_DIR: folder },
      ...{ PORT: '0', LOG_LEVEL: 'silent', ...settings },
    },
    join(folder, 'no.env'),
  );
  const onFatal = (error: Error) => {
    throw error;
  };
  const app = await startApp(config, { now: () => now, onFatal });

  async function takes(update: Omit<Update, 'update_id'>): Promise<Heard> {
    now = new Date(now.getTime() + 2_000);
    const before = api.calls.length;
    const id = api.queue(update);
    await eventually(async () => {
      if (api.unconfirmed().includes(id)) throw new Error('not dealt with yet');
      const rows = await database.db.selectFrom('outbox').select('id').execute();
      if (rows.length > 0) throw new Error('not sent yet');
    });
    return heardIn(api.calls.slice(before));
  }
  const sends = (userId: number, content: Content) =>
    takes({ message: privateMessage(userId, content) });
  return {
    ...{ api, app, database, takes, sends },
    hash: createKeyedHash(keys.piiKey),
    says: (userId, text, more = {}) => sends(userId, { text, ...more }),
    presses(userId, data, chatId = userId) {
      const message = privateMessage(chatId, { text: 'an older message' });
      const query = { id: `press ${now.getTime()}`, from: person(userId), data, message };
      return takes({ callback_query: { ...query, chat_instance: '1' } } as never);
    },
    sharesOwnContact: (citizen) => sends(citizen.id, contactOf(citizen)),
    passes(minutes) {
      now = new Date(now.getTime() + minutes * 60_000);
    },
    now: () => now,
    async close() {
      await app.stop();
      await api.close();
      await database.close();
      await store.drop();
      await rm(folder, { recursive: true });
    },
  };
}

interface ShownButton {
  text: string;
  callback_data?: string;
}

function heardIn(calls: ApiCall[]): Heard {
  const messages = calls.filter(({ method }) => method === 'sendMessage');
  const markups = messages.map(
    ({ payload }) => payload.reply_markup as { inline_keyboard?: ShownButton[][] } | undefined,
  );
  const buttons = markups.flatMap((markup) => markup?.inline_keyboard?.flat() ?? []);
  return {
    calls,
    text: messages.map(({ payload }) => payload.text).join('\n'),
    buttons: buttons.map(({ text }) => text),
    actions: buttons.flatMap(({ callback_data: action }) => action ?? []),
  };
}
