import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PATHS } from '../../src/paths.ts';
import { writeExamples } from '../../src/review/write-examples.ts';
import { type Example, loadIntents } from '../../src/understanding/intents.ts';

describe('examples that are written into intents/', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'pasokh-review-'));
    cpSync(PATHS.intents, folder, { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const added = (text: string, rest: Partial<Example> = {}): Example => ({
    ...{ text, intent: 'debt', group: 'reviewed' },
    ...rest,
  });
  const lines = (name: string) => readFileSync(join(folder, name), 'utf8').split('\n');

  it('are read again as they were given, slots and odd spelling included', async () => {
    const examples = [
      added('پول این خونه قدیمیه چی شد آخر: بگین'),
      added('زباله‌مون "چنده" #سوال', { account: 'waste' }),
      added('- { این } هم یک جمله است', { intent: 'requirements', service: 'clearance' }),
      added('کارت ماشین ۱۲ رقمی تازه', { intent: 'none', authority: 'police' }),
    ];
    await writeExamples(folder, examples);
    const { examples: read } = await loadIntents(folder);
    expect(read.filter(({ group }) => group === 'reviewed')).toEqual(
      expect.arrayContaining(examples),
    );
  });

  it('change no other line of any file: comments, quotes and order stay', async () => {
    const before = new Map(
      readdirSync(PATHS.intents)
        .filter(isYaml)
        .map((name) => [name, lines(name)]),
    );
    for (const name of before.keys()) {
      const intent = name.replace('.yaml', '') as Example['intent'];
      await writeExamples(folder, [added(`نمونه تازه برای ${intent} زرافه`, { intent })]);
      const after = lines(name);
      const fresh = after.filter((line) => line.includes('زرافه') || line === '  reviewed:');
      expect(fresh).toHaveLength(2);
      expect(
        after.filter((line) => !fresh.includes(line)),
        name,
      ).toEqual(before.get(name));
    }
  });

  it('come below the reviewed ones that are there', async () => {
    await writeExamples(folder, [added('جمله اول زرافه')]);
    await writeExamples(folder, [added('جمله دوم زرافه'), added('جمله سوم زرافه')]);
    const after = lines('debt.yaml');
    const at = after.indexOf('  reviewed:');
    expect(after.lastIndexOf('  reviewed:')).toBe(at);
    expect(after.slice(at + 1, at + 4)).toEqual([
      ...['    - جمله اول زرافه', '    - جمله دوم زرافه', '    - جمله سوم زرافه'],
    ]);
  });
});

function isYaml(name: string): boolean {
  return name.endsWith('.yaml');
}
