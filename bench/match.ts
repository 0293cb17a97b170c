import { readFile } from 'node:fs/promises';
import { PATHS } from '../src/paths.ts';
import { type Prepared, trainClassifier } from '../src/understanding/classifier.ts';
import { preparedIntents } from '../src/understanding/create-understander.ts';
import { PATTERN_GROUP } from '../src/understanding/patterns.ts';
import { reader } from '../src/understanding/reader.ts';
import { folds } from './match/cross-validation.ts';
import { fuseBaseline } from './match/fuse-baseline.ts';
import { type Labelled, measure, type Score } from './match/measure.ts';

/**
 * How well and how fast messages are understood, beside Fuse.js's token search over the same examples. With
 * a file of labelled messages (one JSON object a line: text, intent, service, account) it measures those;
 * without one, the examples themselves, leaving out one kind of person at a time.
 */
export async function benchMatch(
  print: (line: string) => void = console.log,
  file?: string,
): Promise<void> {
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
    const score = measure(understander, messages);
    print(`match: ${file}: ${line(score)}`);
    print(
      `match: ${(baseline.p50 / score.milliseconds.p50).toFixed(0)} times as fast as the baseline`,
    );
    return;
  }
  for (const fold of folds(prepared, intents)) {
    const score = measure(fold.understander, fold.tests.map(labelledExample));
    print(`match: without ${fold.groups.join(', ')}: ${line(score)}`);
  }
}

function writtenExamples(prepared: readonly Prepared[]): Labelled[] {
  return prepared.filter(({ example }) => example.group !== PATTERN_GROUP).map(labelledExample);
}

function labelledExample({ example }: Prepared): Labelled {
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

function line({ messages, top1, answered, right, foreignAnswered, ...rest }: Score): string {
  const { p50, p95, p99 } = rest.milliseconds;
  return (
    `${messages} messages, top-1 ${percent(top1)}, answered ${percent(answered)} of ours, ` +
    `${percent(right)} of the answers right, ${percent(foreignAnswered)} of the foreign answered, ` +
    `service ${percent(rest.service)}, account ${percent(rest.account)}, ` +
    `p50 ${p50.toFixed(2)} p95 ${p95.toFixed(2)} p99 ${p99.toFixed(2)} ms`
  );
}

function percent(share: number): string {
  return Number.isNaN(share) ? 'none' : `${(100 * share).toFixed(1)} %`;
}

if (import.meta.main) await benchMatch(console.log, process.argv[2]);
