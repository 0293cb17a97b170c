import { readFile } from 'node:fs/promises';
import { PATHS } from '../src/paths.ts';
import { type Prepared, trainClassifier } from '../src/understanding/classifier.ts';
import { preparedIntents } from '../src/understanding/create-understander.ts';
import { folds } from '../src/understanding/cross-validation.ts';
import { PATTERN_GROUP } from '../src/understanding/patterns.ts';
import { reader } from '../src/understanding/reader.ts';
import type { Understander } from '../src/understanding/understanding.ts';
import { borders, declineBorders, reliability } from './match/confidence.ts';
import { fuseBaseline } from './match/fuse-baseline.ts';
import { type Labelled, type Reading, readAll, type Score, scoreOf } from './match/measure.ts';

type Print = (line: string) => void;

/**
 * How well and how fast messages are understood, beside Fuse.js's token search over the same examples. With
 * a file of labelled messages (one JSON object a line: text, intent, service, account, style) it measures
 * those; without one, the examples themselves, leaving out one kind of person at a time, with the tables by
 * which the borders of zones.ts are chosen.
 */
export async function benchMatch(print: Print = console.log, file?: string): Promise<void> {
  const start = performance.now();
  const { intents, prepared } = await preparedIntents(PATHS.intents);
  const classifier = trainClassifier(prepared);
  print(
    `match: trained on ${prepared.length} examples in ${Math.round(performance.now() - start)} ms`,
  );
  const messages = file ? await labelledLines(file) : writtenExamples(prepared);
  const baseline = fuseBaseline(prepared, messages);
  print(
    `match: Fuse.js token search (baseline, ${baseline.messages} messages, ${baseline.examples} examples): ` +
      `top-1 ${percent(baseline.top1)}, p50 ${baseline.p50.toFixed(1)} ms`,
  );
  const understander = reader({ intents, classifier });
  if (file) {
    const p50 = benchFile(print, file, understander, messages);
    print(`match: ${(baseline.p50 / p50).toFixed(0)} times as fast as the baseline`);
    return;
  }
  const readings: Reading[] = [];
  for (const fold of folds(prepared, intents)) {
    const read = readAll(fold.understander, fold.tests.map(labelledExample));
    print(`match: without ${fold.groups.join(', ')}: ${line(scoreOf(read, understander))}`);
    readings.push(...read);
  }
  print(`match: all kinds of people: ${line(scoreOf(readings, understander))}`);
  printConfidence(print, readings);
}

function benchFile(
  print: Print,
  file: string,
  understander: Understander,
  messages: readonly Labelled[],
): number {
  const readings = readAll(understander, messages);
  const score = scoreOf(readings, understander);
  print(`match: ${file}: ${line(score)}`);
  const styles = Map.groupBy(readings, ({ message }) => message.style ?? 'of no style');
  if (styles.size > 1) {
    for (const [style, read] of styles)
      print(`match: ${style}: ${line(scoreOf(read, understander))}`);
  }
  return score.milliseconds.p50;
}

function printConfidence(print: Print, readings: readonly Reading[]): void {
  for (const { from, to, messages, said, observed } of reliability(readings)) {
    print(
      `match: sure from ${from} to ${to}: ${messages} messages, said ${said.toFixed(2)}, ` +
        `right ${observed.toFixed(2)}`,
    );
  }
  for (const { answerFrom, answered, right, foreignAnswered } of borders(readings)) {
    print(
      `match: answering from ${answerFrom}: ${percent(answered)} of ours answered, ` +
        `${percent(right)} of the answers right, ${percent(foreignAnswered)} of the foreign answered`,
    );
  }
  for (const { declineFrom, lost, foreignAsked } of declineBorders(readings)) {
    print(
      `match: declining from ${declineFrom}: ${percent(lost)} of ours lost, ` +
        `${percent(foreignAsked)} of the foreign asked about`,
    );
  }
}

function writtenExamples(prepared: readonly Prepared[]): Labelled[] {
  return prepared.filter(({ example }) => example.group !== PATTERN_GROUP).map(labelledExample);
}

export function labelledExample({ example }: Prepared): Labelled {
  const { text, intent, service, account } = example;
  return { text, intent, ...(service && { service }), ...(account && { account }) };
}

async function labelledLines(file: string): Promise<Labelled[]> {
  const text = await readFile(file, 'utf8');
  return text
    .split('\n')
    .filter(Boolean)
    .map((each) => ({ intent: 'none', ...JSON.parse(each) }));
}

function line({ messages, top1, answered, right, askedRight, lost, ...rest }: Score): string {
  const { p50, p95, p99 } = rest.milliseconds;
  return (
    `${messages} messages, top-1 ${percent(top1)}, answered ${percent(answered)} of ours, ` +
    `${percent(right)} of the answers right, ${percent(askedRight)} of the questions hold the right one, ` +
    `${percent(lost)} of ours lost, ${percent(rest.foreignAnswered)} of the foreign answered, ` +
    `service ${percent(rest.service)}, account ${percent(rest.account)}, ` +
    `p50 ${p50.toFixed(2)} p95 ${p95.toFixed(2)} p99 ${p99.toFixed(2)} ms`
  );
}

function percent(share: number): string {
  return Number.isNaN(share) ? 'none' : `${(100 * share).toFixed(1)} %`;
}

if (import.meta.main) await benchMatch(console.log, process.argv[2]);
