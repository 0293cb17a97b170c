import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { decideOnTerminal } from '../../src/commands/review-talk.ts';
import type { Cluster } from '../../src/review/clusters.ts';

const CLUSTERS: Cluster[] = [
  {
    said: 3,
    proposed: ['debt', 'payment'],
    lines: [
      { text: 'پول چی شد', ids: ['a', 'b'], chosen: ['offices'] },
      { text: 'بدهی ‹name›', ids: ['c'], chosen: [] },
    ],
  },
  { said: 1, proposed: ['permit'], lines: [{ text: 'ها', ids: ['d'], chosen: [] }] },
];

describe('the review on a terminal', () => {
  async function answering(answers: string[]) {
    const input = new PassThrough();
    const output = new PassThrough();
    const waiting = [...answers];
    let shown = '';
    output.on('data', (piece) => {
      shown += piece;
      // One answer a question, as a person would.
      if (!/: $/.test(String(piece))) return;
      const next = waiting.shift();
      if (next === undefined) input.end();
      else input.write(`${next}\n`);
    });
    const decided = await decideOnTerminal(CLUSTERS, { input, output });
    return { decided, shown };
  }

  it('offers what citizens pressed and what the classifier proposes, and takes a number or a name', async () => {
    const { decided, shown } = await answering(['1', 'clearance', 'بدهی اون', '']);
    expect(shown).toContain('1 offices, 2 debt, 3 payment');
    expect(decided).toEqual([
      { text: 'پول چی شد', teach: 'offices', ids: ['a', 'b'] },
      { text: 'بدهی اون', teach: 'clearance', ids: ['c'] },
    ]);
  });

  it('asks again for what it does not know, and for words in place of marks', async () => {
    const { decided } = await answering(['9', 'gold', '2', '1', 'بدهی ‹name›', 'بدهی', 'd']);
    expect(decided.map(({ teach, text }) => [teach, text])).toEqual([
      ['debt', 'پول چی شد'],
      ['debt', 'بدهی'],
      ['drop', 'ها'],
    ]);
  });

  it('keeps what was decided when the person leaves off, or the terminal goes away', async () => {
    expect((await answering(['d', 'q'])).decided).toHaveLength(1);
    expect((await answering(['d'])).decided).toHaveLength(1);
  });
});
