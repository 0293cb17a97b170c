import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bot, createBot } from '../../src/bot/bot.ts';
import { databaseSessions } from '../../src/bot/database-sessions.ts';
import { createFetchVoice } from '../../src/bot/fetch-voice.ts';
import type { Database } from '../../src/database/database.ts';
import { type HttpServer, listen } from '../../src/http/server.ts';
import { createLogger } from '../../src/logger.ts';
import { PATHS } from '../../src/paths.ts';
import { performEffect } from '../../src/perform-effect.ts';
import { createPlayground, type Playground } from '../../src/playground/playground.ts';
import { demoCitizens } from '../../src/start-playground.ts';
import type { Tables } from '../../src/tables.ts';
import { createWording } from '../../src/wording/wording.ts';
import { testDatabases } from '../helpers/database.ts';
import { rounds, roundsParts } from './by-itself.ts';
import { forget } from './forget.ts';
import { type Stage, stageOf } from './over-http.ts';
import { loadDemoCity, startTalk, type Talk } from './talk.ts';
import { duration, START } from './transcript.ts';

const FOLDER = join(import.meta.dirname, 'transcripts');
const TOKEN = '7:transcripts';

describe('the same transcripts over HTTP, through the local Bot API', () => {
  let database: Database<Tables>;
  let playground: Playground;
  let server: HttpServer;
  let bot: Bot;
  let talk: Talk;
  let now = START;
  /** Goes on from one transcript to the next, while the date begins anew. */
  let elapsed = 0;
  const pass = (ms: number) => {
    now = new Date(now.getTime() + ms);
    elapsed += ms;
  };

  beforeAll(async () => {
    database = await testDatabases()[0]!.open<Tables>();
    await loadDemoCity(database);
    const clock = () => now;
    playground = createPlayground({
      token: TOKEN,
      botUsername: 'transcripts_bot',
      botName: 'x',
      citizens: demoCitizens(),
      cityName: 'x',
      now: clock,
      elapsed: () => elapsed,
    });
    server = await listen(playground.app, '127.0.0.1', 0);
    talk = await startTalk(database, createFetchVoice(TOKEN, server.address));
    bot = createBot<Tables>({
      token: TOKEN,
      apiRoot: server.address,
      logger: createLogger({ level: 'error' }),
      db: database.db,
      sessions: databaseSessions(database.db, createLogger({ level: 'silent' })),
      takeTurn: (state, incoming) => talk.takeTurn(state, incoming),
      performEffect: (tx, effect, who) =>
        performEffect(tx, effect, { ...who, rules: talk.deps.city.booking }),
      wording: createWording(PATHS.locales),
      assets: { 'bill-sample': 'city/bill-sample.png' },
      now: clock,
      onFatal: (error) => {
        throw error;
      },
    });
    await bot.start();
  });

  afterAll(async () => {
    await bot?.stop();
    playground?.close();
    await server?.close();
    await database?.close();
  });

  const files = readdirSync(FOLDER).filter((file) => file.endsWith('.txt'));
  it.each(files)('%s', async (file) => {
    await forget(database);
    talk = await startTalk(database, createFetchVoice(TOKEN, server.address));
    elapsed += 60_000;
    now = START;
    const lines = readFileSync(join(FOLDER, file), 'utf8').split('\n');
    const stages = new Map<number, Stage>();
    const stageFor = (id: number) => {
      const known = stages.get(id) ?? stageOf(server.address, id);
      stages.set(id, known);
      return known;
    };
    let stage = stageFor(9001);
    for (const [at, line] of lines.entries()) {
      if (line.startsWith('citizen ')) stage = stageFor(Number(line.slice(8)));
      if (line.startsWith('later ')) pass(duration(line));
      if (line.startsWith('records ')) talk.records.down = line === 'records down';
      if (line.startsWith('speech ')) talk.speech(line === 'speech on' ? 'on' : 'down');
      if (line.startsWith('sms ')) talk.sms(line === 'sms on' ? 'on' : 'down');
      if (line.startsWith('import ')) await talk.imports(line.slice('import '.length), now);
      if (!/^(?:> |later |records |import )/.test(line)) continue;
      const expected = answerTo(lines.slice(at + 1));
      if (line.startsWith('> ')) {
        pass(5_000);
        await stage.acts(talk.act(line.slice(2)));
      } else await rounds(roundsParts(database, talk.deps, bot, () => now));
      const messages = expected.filter((one) => one.isMessage).length;
      const heard = messages > 0 ? await stage.hears(messages) : [];
      await talk.receives(now);
      expect(heard, line).toEqual(withoutKeyboards(expected.map(({ text }) => text)));
    }
    expect(playground.api.refusedCalls()).toEqual([]);
  });
});

/** The bot's lines up to the next act, and whether each begins a message of its own. */
function answerTo(lines: string[]): { text: string; isMessage: boolean }[] {
  const end = lines.findIndex((line) => line !== '' && !/^[< ]/.test(line));
  const own = (end < 0 ? lines : lines.slice(0, end)).filter((line) => /^(?:< | {2})/.test(line));
  return own.map((line) => {
    const text = line.slice(2);
    return { text, isMessage: line.startsWith('< ') || text.startsWith('(map: ') };
  });
}

/** A keyboard below the chat is not part of a message that Telegram gives back. */
function withoutKeyboards(lines: string[]): string[] {
  return lines.filter((line) => !/^\{.+\}$/.test(line));
}
