import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import type { Database } from '../../src/database/database.ts';
import { type BotApiServer, startBotApi } from './bot-api-server.ts';
import type { TestDatabase } from './database.ts';
import { type EdgeBot, type EdgeTables, edgeBot, makeEffectsTable } from './edge-bot.ts';

export interface EdgeSuite {
  readonly api: BotApiServer;
  readonly db: Database<EdgeTables>['db'];
  /** A bot that has been started; stopped when the test is over. */
  started(options?: Parameters<typeof edgeBot>[2]): Promise<EdgeBot>;
  messagesWaiting(): Promise<number>;
}

/** Gives every test of the surrounding suite an empty database and a Bot API of its own. */
export function edgeSuite({ open }: Pick<TestDatabase, 'open'>): EdgeSuite {
  let database: Database<EdgeTables>;
  let api: BotApiServer;
  let running: EdgeBot[] = [];

  beforeAll(async () => {
    database = await open<EdgeTables>();
    await makeEffectsTable(database.db);
  });
  beforeEach(async () => {
    api = await startBotApi();
    await database.db.deleteFrom('sessions').execute();
    await database.db.deleteFrom('effects_done').execute();
  });
  afterEach(async () => {
    await Promise.all(running.map((bot) => bot.stop()));
    running = [];
    await api.close();
  });
  afterAll(() => database.close());

  return {
    get api() {
      return api;
    },
    get db() {
      return database.db;
    },
    async started(options) {
      const bot = edgeBot(api, database.db, options);
      running.push(bot);
      await bot.start();
      return bot;
    },
    async messagesWaiting() {
      const rows = database.db.selectFrom('outbox').select('id').where('bot_id', '=', api.botId);
      return (await rows.execute()).length;
    },
  };
}
