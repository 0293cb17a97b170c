import { openDatabase } from '../../src/database/database.ts';
import type { BotApiServer } from './bot-api-server.ts';
import { type EdgeTables, edgeBot, markEffect } from './edge-bot.ts';

/** Run as a process of its own, to be killed: an echoing bot on PostgreSQL. */
const [, , root, token, databaseUrl, hang] = process.argv as string[];
const { db } = await openDatabase<EdgeTables>({ url: databaseUrl! }, { queryMs: 20_000 });
const bot = edgeBot({ root, token } as BotApiServer, db, {
  performEffect: async (tx, effect) => {
    const outcome = await markEffect(tx, effect);
    if (hang === 'in-transaction') {
      process.stdout.write('in transaction\n');
      await new Promise(() => {});
    }
    return outcome;
  },
});
await bot.start();
