import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PATHS } from '../src/paths.ts';
import { prepare, trainClassifier } from '../src/understanding/classifier.ts';
import { createUnderstander, preparedIntents } from '../src/understanding/create-understander.ts';
import type { Example } from '../src/understanding/intents.ts';
import { PATTERN_GROUP } from '../src/understanding/patterns.ts';
import { reader } from '../src/understanding/reader.ts';
import { fuseMatcher } from './matchers/fuse.ts';
import type { MakeMatcher, Matcher } from './matchers/matcher.ts';
import { miniSearchMatcher } from './matchers/minisearch.ts';
import { nlpjsMatcher } from './matchers/nlpjs.ts';
import { WORST_INPUTS } from './matchers/worst-inputs.ts';

const EXAMPLES = 2_000;
const MESSAGES = 1_000;
/** All messages are asked so often, and the best time of each counts: what others do on the machine is not what is measured. */
const PASSES = 3;
const NOW = new Date('2026-11-21T06:00:00Z');

type Print = (line: string) => void;

/**
 * How fast messages are understood: beside Fuse.js, MiniSearch and nlp.js on the same 2,000 examples and the
 * same messages (other examples, never seen), on the worst inputs, and how long a start takes.
 */
export async function benchSpeed(print: Print = console.log): Promise<void> {
  const { intents, prepared } = await preparedIntents(PATHS.intents);
  const written = prepared
    .map(({ example }) => example)
    .filter(({ group }) => group !== PATTERN_GROUP);
  const examples = spread(written, EXAMPLES);
  const seen = new Set(examples);
  const messages = spread(
    written.filter((example) => !seen.has(example)),
    MESSAGES,
  );
  const ours: MakeMatcher = () => {
    const understander = reader({ intents, classifier: trainClassifier(prepare(examples)) });
    return { name: 'Pasokh', guess: (text) => understander.understand(text, { now: NOW }).intent };
  };
  print(`speed: ${examples.length} examples, ${messages.length} messages never seen`);
  for (const make of [fuseMatcher, miniSearchMatcher, nlpjsMatcher, ours]) {
    print(`speed: ${await row(make, examples, messages)}`);
  }
  await worstInputs(print);
  await starts(print);
}

async function row(
  make: MakeMatcher,
  examples: readonly Example[],
  messages: readonly Example[],
): Promise<string> {
  const began = performance.now();
  const matcher = await make(examples);
  const training = performance.now() - began;
  const asked = spread(messages, matcher.mostMessages ?? messages.length);
  const { right, durations } = await measure(matcher, asked);
  const at = (part: number) => durations[Math.floor((durations.length - 1) * part)]!.toFixed(3);
  return (
    `${matcher.name}: top-1 ${((100 * right) / asked.length).toFixed(1)} %, ` +
    `p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, training ${training.toFixed(0)} ms (${asked.length} messages)`
  );
}

async function measure(matcher: Matcher, asked: readonly Example[]) {
  const durations = asked.map(() => Number.POSITIVE_INFINITY);
  const right = new Set<Example>();
  for (let pass = 0; pass < PASSES; pass++) {
    for (const [i, message] of asked.entries()) {
      const began = performance.now();
      const guess = await matcher.guess(message.text);
      durations[i] = Math.min(durations[i]!, performance.now() - began);
      if (guess === message.intent) right.add(message);
    }
  }
  return { right: right.size, durations: durations.sort((a, b) => a - b) };
}

async function worstInputs(print: Print): Promise<void> {
  const understander = await createUnderstander({ intentsDir: PATHS.intents });
  const times = Object.entries(WORST_INPUTS).map(([name, text]) => {
    // The best of several: what others do on the machine is not what is measured.
    const runs = Array.from({ length: 10 }, () => {
      const began = performance.now();
      understander.understand(text, { now: NOW });
      return performance.now() - began;
    });
    return { name, ms: Math.min(...runs) };
  });
  const worst = times.reduce((a, b) => (b.ms > a.ms ? b : a));
  print(
    `speed: 4,096 characters of whatever is slowest (${worst.name}): ${worst.ms.toFixed(2)} ms`,
  );
}

async function starts(print: Print): Promise<void> {
  const cacheDir = await mkdtemp(join(tmpdir(), 'pasokh-bench-'));
  const start = async () => {
    const began = performance.now();
    await createUnderstander({ intentsDir: PATHS.intents, cacheDir });
    return (performance.now() - began).toFixed(0);
  };
  print(`speed: a start that trains ${await start()} ms, from the cache ${await start()} ms`);
  await rm(cacheDir, { recursive: true });
}

function spread<T>(list: readonly T[], count: number): T[] {
  const step = Math.max(1, list.length / count);
  const picked = Array.from({ length: Math.min(count, list.length) }, (_, i) =>
    Math.floor(i * step),
  );
  return picked.map((i) => list[i]!);
}
