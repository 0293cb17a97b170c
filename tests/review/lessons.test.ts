import { describe, expect, it } from 'vitest';
import { clusters } from '../../src/review/clusters.ts';
import { lessonsOf } from '../../src/review/lessons.ts';
import type { ReviewEntry } from '../../src/review/review-list.ts';
import { readWorksheet, type WorkLine, writeWorksheet } from '../../src/review/worksheet.ts';
import type { Example } from '../../src/understanding/intents.ts';
import { NOW, trained, understander } from '../helpers/understander.ts';

const KNOWN: Example[] = [{ text: 'بدهی ملک', intent: 'debt', group: 'clerk' }];
const entry = (id: string, masked: string, chosen: ReviewEntry['chosen'] = null): ReviewEntry => ({
  ...{ id, masked, chosen, reason: 'not-understood', guessed: 'none', confidence: 0.4 },
});
const line = (text: string, teach: WorkLine['teach'], ids = ['a']): WorkLine => ({
  text,
  teach,
  ids,
});
const cluster = (...entries: ReviewEntry[]) =>
  clusters(entries, { classifier: trained.classifier, understander, now: NOW });

describe('lines of the review list', () => {
  it('that say much the same come together, the most frequent first', () => {
    const groups = cluster(
      entry('a', 'برای بازدید کی می‌آیید خونه ما'),
      entry('b', 'مدارک پایان کار چی لازم داره'),
      entry('c', 'مدارک پایان کار چی لازمه'),
      entry('d', 'مدارک پایان کار چی لازمه'),
    );
    expect(groups.map(({ said }) => said)).toEqual([3, 1]);
    expect(groups[0]!.lines.map(({ ids }) => ids)).toEqual([['c', 'd'], ['b']]);
    expect(groups[0]!.proposed[0]).toBe('requirements');
    expect(groups[0]!.proposed.length).toBeLessThanOrEqual(3);
  });

  it('say what citizens pressed after them, the most frequent first', () => {
    const masked = 'مدارک پایان کار چی لازمه';
    const presses = ['permit', 'completion', 'completion'] as const;
    const [group] = cluster(...presses.map((chosen, i) => entry(`${i}`, masked, chosen)));
    expect(group?.lines[0]?.chosen).toEqual(['completion', 'permit']);
  });

  it('have invented values for codes and days, and marks where only a person knows', () => {
    const [group] = cluster(entry('a', 'بدهی ‹nosazi› مال ‹name› چقدره'));
    expect(group?.lines[0]?.text).toBe('بدهی 3-11-245-7 مال ‹name› چقدره');
  });
});

describe('the worksheet', () => {
  it('is read as it was written, and decides nothing by itself', () => {
    const groups = cluster(entry('a', 'مدارک پایان: کار # چیه'), entry('b', 'بدهی ‹word›', 'debt'));
    const read = readWorksheet(writeWorksheet(groups), 'x.yaml');
    expect(read.flatMap(({ ids }) => ids).sort()).toEqual(['a', 'b']);
    expect(read.map(({ text }) => text).sort()).toEqual(
      groups.flatMap(({ lines }) => lines.map(({ text }) => text)).sort(),
    );
    expect(lessonsOf(read, KNOWN)).toEqual({ examples: [], ids: [] });
  });

  it.each([
    [
      'an intent nobody knows',
      '- said: 1\n  proposed: []\n  lines: [{ text: x, teach: gold, ids: [] }]',
    ],
    ['what is no list', 'said: 1'],
    ['broken YAML', '- {'],
  ])('with %s is refused by its name', (_, text) => {
    expect(() => readWorksheet(text, 'x.yaml')).toThrow(/^x\.yaml: /);
  });
});

describe('what decided lines teach', () => {
  it('is an example of the intent, in the group of reviewed ones', () => {
    expect(lessonsOf([line('پول خونه چی شد', 'debt')], KNOWN)).toEqual({
      examples: [{ text: 'پول خونه چی شد', intent: 'debt', group: 'reviewed' }],
      ids: ['a'],
    });
  });

  it('is nothing for lines that are dropped or known already, which leave the list; the undecided stay', () => {
    const decided = [
      line('x', 'drop', ['a']),
      line('بدهی ملک', 'debt', ['b']),
      line('y', '', ['c']),
    ];
    expect(lessonsOf(decided, KNOWN)).toEqual({ examples: [], ids: ['a', 'b'] });
  });

  it('never holds a mark, nor one text under two intents', () => {
    expect(() => lessonsOf([line('بدهی ‹name›', 'debt')], KNOWN)).toThrow(/marks/);
    expect(() => lessonsOf([line('بدهی ملک', 'payment')], KNOWN)).toThrow(/already/);
    expect(() => lessonsOf([line('پ ت', 'payment'), line('پ ت', 'debt')], KNOWN)).toThrow(
      /already/,
    );
    expect(lessonsOf([line('پ ت', 'debt'), line('پ ت', 'debt')], KNOWN).examples).toHaveLength(1);
  });
});
