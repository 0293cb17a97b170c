import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Database, openDatabase } from '../../src/database/database.ts';
import { migrate } from '../../src/database/migrate.ts';
import type { TakeTurn } from '../../src/dialogue/turn.ts';
import { type BotApiServer, startBotApi } from '../helpers/bot-api-server.ts';
import { type Child, startChild } from '../helpers/child.ts';
import { createPostgresDatabase, testDatabases } from '../helpers/database.ts';
import { MIGRATIONS } from '../helpers/database-dump.ts';
import {
  type EdgeTables,
  echo,
  effectsDone,
  makeEffectsTable,
  wordsOf,
} from '../helpers/edge-bot.ts';
import { edgeSuite } from '../helpers/edge-suite.ts';
import { eventually } from '../helpers/eventually.ts';

const CITIZEN = 1301;

describe.each(testDatabases())('on $name', (engine) => {
  const suite = edgeSuite(engine);

  test('a turn that throws is tried three times, then its update is set aside by number and kind alone', async () => {
    let tries = 0;
    const takeTurn: TakeTurn = async (state, incoming) => {
      if (wordsOf(incoming) !== 'poison') return echo(state, incoming);
      tries++;
      throw new TypeError('a bug');
    };
    const poison = suite.api.says(CITIZEN, 'poison');
    suite.api.says(CITIZEN, 'hello');
    const bot = await suite.started({ takeTurn });
    await eventually(() => expect(suite.api.textsTo(CITIZEN)).toHaveLength(2));
    expect(tries).toBe(3);
    const [apology, next] = suite.api.textsTo(CITIZEN);
    const errorId = /<code>([0-9a-f]{6})<\/code>/.exec(apology ?? '')?.[1];
    expect(next).toContain('hello');
    expect(bot.log()).toContain(`"bug":"${errorId}"`);
    const aside = suite.db.selectFrom('bot.set_aside').select(['update_id', 'kind', 'error_id']);
    expect(await aside.where('bot_id', '=', suite.api.botId).execute()).toEqual([
      { update_id: poison, kind: 'message', error_id: errorId },
    ]);
    await eventually(() => expect(suite.api.unconfirmed()).toEqual([]));
  });

  test('a turn that throws once is taken again, and nobody hears of it', async () => {
    let tries = 0;
    suite.api.says(CITIZEN, 'shaky');
    await suite.started({
      takeTurn: async (state, incoming) => {
        if (++tries === 1) throw new TypeError('a bug');
        return echo(state, incoming);
      },
    });
    await eventually(() => expect(suite.api.textsTo(CITIZEN)).toHaveLength(1));
    expect(suite.api.textsTo(CITIZEN)[0]).toContain('shaky');
  });
});

describe('an update that kills its process', () => {
  const PROGRAM = `${import.meta.dirname}/../helpers/run-edge-bot.ts`;
  let fresh: Awaited<ReturnType<typeof createPostgresDatabase>>;
  let database: Database<EdgeTables>;
  let api: BotApiServer;
  let child: Child;

  beforeAll(async () => {
    fresh = await createPostgresDatabase();
    database = await openDatabase<EdgeTables>({ url: fresh.url }, { queryMs: 20_000 });
    await migrate(database, MIGRATIONS);
    await makeEffectsTable(database.db);
  });
  beforeEach(async () => {
    api = await startBotApi();
  });
  afterEach(async () => {
    child.kill('SIGKILL');
    await child.ended();
    await api.close();
  });
  afterAll(async () => {
    await database.close();
    await fresh.drop();
  });

  test('is set aside after three deaths with an apology; all who wrote beside it are answered', async () => {
    const neighbours = Array.from({ length: 20 }, (_, n) => 2_000 + n);
    const poison = api.says(CITIZEN, 'deadly');
    for (const id of neighbours) api.says(id, `word-${id}`);
    api.says(CITIZEN, 'hello');
    let deaths = 0;
    do {
      child = startChild([PROGRAM, api.root, api.token, fresh.url, 'die-of-deadly']);
      const dead = child.ended().then(() => 'dead');
      const answered = eventually(() => expect(api.textsTo(CITIZEN)).toHaveLength(2));
      const outcome = await Promise.race([dead, answered.then(() => 'answered')]);
      // The waiting of this round is given up with its process.
      answered.catch(() => {});
      if (outcome === 'answered') break;
    } while (++deaths < 6);
    expect(deaths).toBe(3);
    const [apology, next] = api.textsTo(CITIZEN);
    expect(apology).toMatch(/<code>[0-9a-f]{6}<\/code>/);
    expect(next).toContain('hello');
    const aside = database.db.selectFrom('bot.set_aside').select(['update_id', 'kind']);
    expect(await aside.execute()).toEqual([{ update_id: poison, kind: 'message' }]);
    for (const id of neighbours) {
      // What was being sent when the process died may come twice.
      await eventually(() => expect(new Set(api.textsTo(id)).size).toBe(1));
      expect(await effectsDone(database.db, `word-${id}`)).toBe(1);
    }
    await eventually(() => expect(api.unconfirmed()).toEqual([]));
  }, 90_000);
});
