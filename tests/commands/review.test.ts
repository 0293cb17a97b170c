import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { openDatabase } from '../../src/database/database.ts';
import { migrate } from '../../src/database/migrate.ts';
import { PATHS } from '../../src/paths.ts';
import { noteForReview, readReviewList } from '../../src/review/review-list.ts';
import type { ReviewTables } from '../../src/review/tables.ts';
import { createPostgresDatabase } from '../helpers/database.ts';
import { placeEmbedded } from '../helpers/embedded-folder.ts';
import { run } from './run-command.ts';

const NOTED = [
  ['a', 'اون ‹word› که باید بدیم چی شد'],
  ['b', 'مدارک پایان کار ‹word› چی لازمه'],
  ['c', 'یه روز خوب میاد'],
] as const;

/** Two runs of the program, on a machine that may be crowded. */
const PATIENCE_MS = 120_000;

describe.each(['embedded', 'PostgreSQL'])('npm run review over the %s database', (kind) => {
  let folder: string;
  let settings: Record<string, string>;
  let where: { url: string } | { folder: string };
  let drop = async () => {};
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'pasokh-review-'));
    writeFewIntents(join(folder, 'intents'));
    settings = { DATA_DIR: folder };
    where = { folder: join(folder, 'playground') };
    if (kind === 'PostgreSQL') {
      const fresh = await createPostgresDatabase();
      drop = fresh.drop;
      where = { url: fresh.url };
      settings = { ...settings, DATABASE_URL: fresh.url };
    } else placeEmbedded(folder, 'playground');
    await withList(async (db) => {
      for (const [id, masked] of NOTED) {
        const note = {
          masked,
          reason: 'not-understood',
          guessed: 'none',
          confidence: 0.4,
        } as const;
        await noteForReview(db, { id, now: new Date(), note });
      }
    });
  });
  afterEach(async () => {
    await drop();
    rmSync(folder, { recursive: true, force: true });
  });

  async function withList<T>(work: (db: Kysely<ReviewTables>) => Promise<T>): Promise<T> {
    const database = await openDatabase<ReviewTables>(where, { queryMs: 20_000 });
    try {
      await migrate(database, PATHS.migrations);
      return await work(database.db);
    } finally {
      await database.close();
    }
  }
  const left = () => withList(async (db) => (await readReviewList(db)).map(({ id }) => id).sort());
  const review = async (...args: string[]) => {
    const intents = ['--intents', join(folder, 'intents')];
    const running = run('src/commands/review.ts', settings, [...args, ...intents]);
    return { status: await running.exit, output: running.output(), errors: running.errors() };
  };

  it(
    'exports proposals, applies what a person decided, shows the accuracy, and clears those lines',
    async () => {
      const sheet = join(folder, 'sheet.yaml');
      expect(await review('--export', sheet)).toMatchObject({ status: 0, errors: '' });
      const written = readFileSync(sheet, 'utf8');
      expect(written).toContain('proposed:');

      writeFileSync(
        sheet,
        decide(written, { b: 'requirements', c: 'drop' }).replace(
          'کار ‹word› چی',
          'کار خونه‌ی زرافه چی',
        ),
      );
      const applied = await review('--apply', sheet);
      expect(applied.errors).toBe('');
      expect(applied.output).toMatch(
        /before {2}best guess right \d+\.\d %[\s\S]*after {3}best guess right \d+\.\d %/,
      );
      expect(applied.output).toContain('2 messages taken off the list');
      const taught = readFileSync(join(folder, 'intents', 'requirements.yaml'), 'utf8');
      expect(taught).toMatch(/ {2}reviewed:\n {4}- مدارک پایان کار خونه‌ی زرافه چی لازمه\n/);
      expect(await left()).toEqual(['a']);
    },
    PATIENCE_MS,
  );
});

it('npm run review without a terminal to ask on says what else can be done', async () => {
  const running = run('src/commands/review.ts', { DATA_DIR: join(tmpdir(), 'never-made') });
  expect(await running.exit).toBe(2);
  expect(running.errors()).toContain('--export FILE');
});

/** Enough of them to be trained on in a moment. */
function writeFewIntents(folder: string): void {
  mkdirSync(join(folder, 'patterns'), { recursive: true });
  const few = <T>(record: Record<string, T>, count: number) =>
    Object.fromEntries(Object.entries(record).slice(0, count));
  for (const name of readdirSync(PATHS.intents).filter((each) => each.endsWith('.yaml'))) {
    const file = parse(readFileSync(join(PATHS.intents, name), 'utf8'));
    writeFileSync(join(folder, name), stringify({ ...file, examples: few(file.examples, 3) }));
  }
  for (const name of readdirSync(join(PATHS.intents, 'patterns'))) {
    const file = parse(readFileSync(join(PATHS.intents, 'patterns', name), 'utf8'));
    const text = stringify({ ...file, patterns: few(file.patterns, 1) });
    writeFileSync(join(folder, 'patterns', name), text);
  }
}

/** Fills in what a person would. */
function decide(sheet: string, decisions: Record<string, string>): string {
  let changed = sheet;
  for (const [id, intent] of Object.entries(decisions)) {
    const own = new RegExp(`teach: ""(\\s+ids:\\s+- ${id}\\n)`);
    changed = changed.replace(own, `teach: ${intent}$1`);
  }
  return changed;
}
