import type { Kysely } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createCircuitBreaker } from '../../src/circuit-breaker.ts';
import type { Database } from '../../src/database/database.ts';
import type { Tables } from '../../src/tables.ts';
import { createLastResort, type ModelCall } from '../../src/understanding/last-resort.ts';
import type { AskModel } from '../../src/understanding/model.ts';
import { forgetOldModelUses, type ModelLimits } from '../../src/understanding/model-limits.ts';
import type { ModelTables } from '../../src/understanding/tables.ts';
import { testDatabases } from '../helpers/database.ts';

const NOW = new Date('2026-11-21T06:00:00Z');
const TOMORROW = new Date('2026-11-22T06:00:00Z');
const READS: AskModel = async () => ({
  reading: { intent: 'debt' },
  tokens: { prompt: 700, completion: 12 },
});
const FAILS: AskModel = async () => {
  throw new Error('down');
};

describe.each(testDatabases())('the last resort on $name', ({ open }) => {
  let database: Database<Tables>;
  let db: Kysely<ModelTables>;
  beforeAll(async () => {
    database = await open<Tables>();
    db = database.db as unknown as Kysely<ModelTables>;
  });
  afterAll(() => database?.close());
  beforeEach(async () => {
    await db.deleteFrom('bot.model_uses').execute();
    await db.deleteFrom('bot.model_costs').execute();
  });

  function lastResort(ask: AskModel, limits?: ModelLimits) {
    const calls: ModelCall[] = [];
    let elapsed = 0;
    const asked: string[] = [];
    let texts = 0;
    const resort = createLastResort({
      db,
      ask: (text, signal) => {
        asked.push(text);
        return ask(text, signal);
      },
      breaker: createCircuitBreaker(() => elapsed),
      ...(limits && { limits }),
      onCall: (call) => calls.push(call),
    });
    const read = (citizenId: string, text = `بدهی ${texts++}`, now = NOW) =>
      resort.read({ text, telling: 3 }, { citizenId, now });
    const pass = (ms: number) => {
      elapsed += ms;
    };
    return { read, resort, calls, asked, pass };
  }

  it('asks for one citizen only so often a day, and again the next day', async () => {
    const { read, calls } = lastResort(READS, { perCitizen: 2, inAll: 100 });
    expect(await read('a')).toEqual({ intent: 'debt' });
    expect(await read('a')).toEqual({ intent: 'debt' });
    expect(await read('a')).toBeNull();
    expect(calls.at(-1)?.outcome).toBe('limit-reached');
    expect(await read('b')).not.toBeNull();
    expect(await read('a', 'tomorrow', TOMORROW)).not.toBeNull();
  });

  it('asks for all together only so often a day, whichever process asks', async () => {
    const limits = { perCitizen: 100, inAll: 3 };
    const fleet = [lastResort(READS, limits), lastResort(READS, limits)];
    const read = await Promise.all(
      Array.from({ length: 8 }, (_, i) => fleet[i % 2]!.read(`c${i}`, `text ${i}`)),
    );
    expect(read.filter(Boolean)).toHaveLength(3);
  });

  it('does not ask twice about the same masked words', async () => {
    const { read, asked } = lastResort(READS);
    await read('a', 'بدهی ‹word›');
    expect(await read('b', 'بدهی ‹word›')).toEqual({ intent: 'debt' });
    expect(asked).toHaveLength(1);
  });

  it('does not ask about a message with hardly a word of ours', async () => {
    const { resort, asked } = lastResort(READS);
    const masked = { text: '‹word› بدهی', telling: 1 };
    expect(await resort.read(masked, { citizenId: 'a', now: NOW })).toBeNull();
    expect(asked).toEqual([]);
  });

  it('leaves a failing model alone for a while, then tries it once', async () => {
    const { read, calls, asked, pass } = lastResort(FAILS);
    for (let i = 0; i < 6; i++) expect(await read('a')).toBeNull();
    expect(asked).toHaveLength(3);
    expect(calls.map(({ outcome }) => outcome)).toEqual([
      ...['failed', 'failed', 'failed', 'left-alone', 'left-alone', 'left-alone'],
    ]);
    pass(31_000);
    await read('a');
    expect(asked).toHaveLength(4);
  });

  it('is not shut off by answers of no use: one citizen could do that to all', async () => {
    const useless: AskModel = async () => ({
      reading: null,
      tokens: { prompt: 5, completion: 1 },
    });
    const { read, asked, calls } = lastResort(useless);
    for (let i = 0; i < 6; i++) expect(await read('a')).toBeNull();
    expect(asked).toHaveLength(6);
    expect(new Set(calls.map(({ outcome }) => outcome))).toEqual(new Set(['unused']));
  });

  it('keeps account of calls and tokens by day, failed ones too', async () => {
    const good = lastResort(READS);
    await good.read('a');
    await good.read('a');
    await lastResort(FAILS).read('a');
    await good.read('a', 'x', TOMORROW);
    const days = await db.selectFrom('bot.model_costs').selectAll().orderBy('day').execute();
    expect(days.map((day) => ({ ...day, prompt_tokens: Number(day.prompt_tokens) }))).toMatchObject(
      [
        { calls: 3, useless: 1, prompt_tokens: 1_400 },
        { calls: 1, useless: 0, prompt_tokens: 700 },
      ],
    );
  });

  it('gives a model no more time than it has', async () => {
    const slow: AskModel = (_, signal) =>
      new Promise((_resolve, reject) =>
        signal.addEventListener('abort', () => reject(signal.reason)),
      );
    const resort = createLastResort({
      db,
      ask: slow,
      breaker: createCircuitBreaker(() => 0),
      deadlineMs: 20,
    });
    const masked = { text: 'بدهی', telling: 3 };
    expect(await resort.read(masked, { citizenId: 'a', now: NOW })).toBeNull();
  });

  it('forgets who asked how often once the day is over', async () => {
    await lastResort(READS).read('a');
    await forgetOldModelUses(db, TOMORROW);
    expect(await db.selectFrom('bot.model_uses').selectAll().execute()).toEqual([]);
  });
});
