import type { Kysely } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../src/database/database.ts';
import { sealKeyOf } from '../src/identity/audit-chain.ts';
import { countMiss, writeAudit } from '../src/identity/effects.ts';
import { IDENTITY_LIMITS } from '../src/identity/limits.ts';
import type { IdentityTables } from '../src/identity/tables.ts';
import { verifyAudit } from '../src/identity/verify-audit.ts';
import type { Job } from '../src/jobs/job.ts';
import { newKeys } from '../src/keys.ts';
import { createLogger } from '../src/logger.ts';
import { forgetOld, RETENTION_DAYS } from '../src/retention.ts';
import type { Tables } from '../src/tables.ts';
import { watchJobs } from '../src/watch-jobs.ts';
import { testDatabases } from './helpers/database.ts';

const NOW = new Date('2026-11-21T08:00:00Z');
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const sealKey = sealKeyOf(newKeys().signingKey);

describe.each(testDatabases())('what watches over $name', ({ open }) => {
  let database: Database<Tables>;
  let identity: Kysely<IdentityTables>;
  const lines: string[] = [];
  const logger = createLogger({
    level: 'info',
    destination: { write: (line: string) => void lines.push(line) },
  });
  let guesses = 0;
  let now = NOW;
  let jobs: Job[];
  const run = (name: string) =>
    jobs.find((job) => job.name === name)!.run(new AbortController().signal);
  const watch = async (at: Date) => {
    now = at;
    lines.length = 0;
    await run('watch');
    return lines.map((line) => JSON.parse(line));
  };

  beforeAll(async () => {
    database = await open<Tables>();
    identity = database.db as unknown as Kysely<IdentityTables>;
    const onGuessing = () => guesses++;
    jobs = watchJobs({ db: database.db, sealKey, logger, onGuessing, now: () => now });
  });
  afterAll(() => database.close());

  it('is silent as long as nobody guesses or reads in bulk', async () => {
    expect(await watch(NOW)).toEqual([]);
  });

  it('alerts at guessing from many accounts, with counts and nothing else, once in ten minutes', async () => {
    for (let i = 0; i < IDENTITY_LIMITS.siegeMisses; i++) {
      const citizenId = `telegram:${i % 50}`;
      await countMiss(identity, { citizenId, what: 'code', objectHash: `o${i}`, now: NOW });
    }
    const [line] = await watch(NOW);
    expect(line).toMatchObject({
      ...{ level: 'warn', alert: 'guessing', misses: 200, accounts: 50, records: 0 },
    });
    expect(JSON.stringify(line)).not.toContain('telegram');
    expect(guesses).toBe(1);
    expect(await watch(later(5))).toEqual([]);
    await countMiss(identity, {
      ...{ citizenId: 'telegram:1', what: 'code', objectHash: 'o', now: later(9) },
    });
    expect(guesses).toBe(1);
  });

  it('alerts at one account that is shown more properties than citizens hold', async () => {
    for (let i = 0; i < 31; i++) {
      const entry = { intent: 'debt', outcome: 'answered', facts: [], roles: ['owner'] };
      const object = { ...entry, objectHash: `property ${i}` };
      await writeAudit(identity, { citizenId: 'telegram:1', now: later(30), entry: object });
    }
    expect(await watch(later(31))).toMatchObject([
      { alert: 'bulk-reads', accounts: 1, properties: 31 },
    ]);
  });

  it('seals the audit and says in the log how far', async () => {
    lines.length = 0;
    await run('seal-audit');
    const { seal } = JSON.parse(lines[0] ?? '{}');
    const [, number, letters] = /^(\d+):([a-p]{64})$/.exec(seal) ?? [];
    const noted = { number: Number(number), seal: String(letters) };
    expect(await verifyAudit(identity, sealKey, noted)).toMatchObject({ kind: 'whole', rows: 31 });
  });

  it('leaves no words of citizens behind that are older than is promised', async () => {
    const { db } = database;
    const old = (days: number) => new Date(NOW.getTime() - (days + 1) * 86_400_000);
    for (const at of [NOW, old(RETENTION_DAYS.complaints)]) {
      await db
        .insertInto('bot.complaints')
        .values({
          ...{ number: `C-${at.getTime()}`, citizen_id: 'telegram:1', draft_id: `${at}` },
          ...{ about: 'urban', district: 2, text: 'a hole', photo: null, lat: null, lon: null },
          ...{ request_no: null, filed_at: at },
        })
        .execute();
    }
    for (const at of [NOW, old(RETENTION_DAYS.outbox)]) {
      await db
        .insertInto('outbox')
        .values({
          ...{ bot_id: 1, key: `${at}`, chat_id: 1, method: 'sendMessage', created_at: at },
          payload: '{}',
        })
        .execute();
      await db
        .insertInto('bot.kept_questions')
        .values({
          ...{ citizen_id: `telegram:${at}`, id: 'q', chat_id: 1, asked_at: at },
          wish: '{}',
        })
        .execute();
    }
    await forgetOld(db, NOW);
    for (const table of ['bot.complaints', 'outbox', 'bot.kept_questions'] as const) {
      expect(
        await db
          .selectFrom(table as 'outbox')
          .selectAll()
          .execute(),
      ).toHaveLength(1);
    }
  });
});
