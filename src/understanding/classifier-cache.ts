import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Intent } from '../language/vocabulary.ts';
import type { Classifier, Head } from './classifier.ts';
import { vectoriser } from './vectors.ts';

/** What an intent's file says besides its examples. */
export interface IntentFacts {
  title: string;
  slots: readonly string[];
}

/** Everything a start needs: the facts of the intents, and the classifier trained on their examples. */
export interface Trained {
  intents: ReadonlyMap<Intent, IntentFacts>;
  classifier: Classifier;
}

interface Header {
  intents: [Intent, IntentFacts][];
  known: [string, Intent][];
  features: number;
  labels: Record<(typeof HEADS)[number], readonly string[]>;
}

const HEADS = ['intent', 'service', 'account'] as const;
const PREFIX = 'understanding-';

/** Names what training depends on: the intents' files and the program text that reads them. */
export async function fingerprint(folders: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const folder of folders) {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const paths = entries.filter((entry) => entry.isFile()).map((e) => join(e.parentPath, e.name));
    for (const path of paths.sort()) hash.update(path).update(await readFile(path));
  }
  return hash.digest('hex').slice(0, 32);
}

/** What an earlier start has left for this fingerprint; null when there is none or it cannot be read. */
export async function readTrained(folder: string, key: string): Promise<Trained | null> {
  try {
    const bytes = await readFile(join(folder, fileName(key)));
    return decode(bytes);
  } catch {
    return null;
  }
}

/** Leaves it for the next start, in place of older ones. A folder that cannot be written only costs time. */
export async function writeTrained(folder: string, key: string, trained: Trained): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    const temporary = join(folder, `${randomUUID()}.tmp`);
    await writeFile(temporary, encode(trained));
    await rename(temporary, join(folder, fileName(key)));
    const stale = (await readdir(folder)).filter(
      (name) => name.startsWith(PREFIX) && name !== fileName(key),
    );
    await Promise.all(stale.map((name) => rm(join(folder, name), { force: true })));
  } catch {
    // The next start trains again.
  }
}

function fileName(key: string): string {
  return `${PREFIX}${key}.bin`;
}

/** Length of the header, the header as JSON, then all numbers, head by head. */
function encode({ intents, classifier }: Trained): Buffer {
  const { known, vocabulary, intent, service, account } = classifier;
  const header: Header = {
    intents: [...intents],
    known: [...known],
    features: vocabulary.features.length,
    labels: { intent: intent.labels, service: service.labels, account: account.labels },
  };
  const json = Buffer.from(JSON.stringify(header));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(json.length);
  const regressions = HEADS.map((name) => classifier[name].regression);
  const numbers = [
    vocabulary.features,
    vocabulary.idf,
    ...regressions.flatMap(({ weights, bias }) => [weights, bias]),
  ];
  const bytes = numbers.map((list) => Buffer.from(list.buffer, list.byteOffset, list.byteLength));
  return Buffer.concat([length, json, ...bytes]);
}

function decode(bytes: Buffer): Trained {
  const end = 4 + bytes.readUInt32LE(0);
  const { intents, known, features, labels } = JSON.parse(bytes.toString('utf8', 4, end)) as Header;
  const take = numbersFrom(bytes, end);
  const numbersOfFeatures = take(features);
  const vocabulary = {
    features: new Int32Array(numbersOfFeatures.buffer, numbersOfFeatures.byteOffset, features),
    idf: take(features),
  };
  const head = (name: (typeof HEADS)[number]): Head => {
    const classes = labels[name].length;
    const weights = take(features * classes);
    return { labels: labels[name], regression: { classes, weights, bias: take(classes) } };
  };
  const classifier: Classifier = {
    known: new Map(known),
    vocabulary,
    vectorOf: vectoriser(vocabulary),
    intent: head('intent'),
    service: head('service'),
    account: head('account'),
  };
  return { intents: new Map(intents), classifier };
}

function numbersFrom(bytes: Buffer, start: number): (count: number) => Float32Array {
  // Copied, because a Float32Array can begin only at every fourth byte.
  const copy = bytes.buffer.slice(bytes.byteOffset + start, bytes.byteOffset + bytes.length);
  const numbers = new Float32Array(copy as ArrayBuffer);
  let position = 0;
  return (count) => {
    if (position + count > numbers.length) throw new RangeError('the file is cut short');
    position += count;
    return numbers.subarray(position - count, position);
  };
}
