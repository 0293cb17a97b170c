import { openDatabase } from '../../src/database/database.ts';
import type { BotApiServer } from './bot-api-server.ts';
import { type EdgeTables, echo, edgeBot, markEffect, wordsOf } from './edge-bot.ts';

/** Run as a process of its own, to be killed: an echoing bot on PostgreSQL. */
const [, , root, token, databaseUrl, way] = process.argv as string[];
const { db } = await openDatabase<EdgeTables>({ url: databaseUrl! }, { queryMs: 20_000 });
const bot = edgeBot({ root, token } as BotApiServer, db, {
  takeTurn: async (state, incoming) => {
    if (way === 'die-of-deadly' && wordsOf(incoming) === 'deadly')
      process.kill(process.pid, 'SIGKILL');
    if (way === 'stand-still' && wordsOf(incoming) === 'still') {
      process.stdout.write('in turn\n');
      await new Promise((resolve) => setTimeout(resolve, 3_000));
      process.stdout.write('goes on\n');
    }
    return await echo(state, incoming);
  },
  performEffect: async (tx, effect) => {
    const outcome = await markEffect(tx, effect);
    if (way === 'in-transaction') {
      process.stdout.write('in transaction\n');
      await new Promise(() => {});
    }
    return outcome;
  },
});
await bot.start();
