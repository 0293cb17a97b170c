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
  heads: { labels: readonly string[]; scale: number }[];
  /** How many numbers each list has. */
  lengths: number[];
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

/** Length of the header, the header as JSON, then the lists of numbers it names, each from a fourth byte on. */
function encode({ intents, classifier }: Trained): Buffer {
  const { known, vocabulary } = classifier;
  const lists: Numbers[] = [vocabulary.features, vocabulary.idf];
  const heads = HEADS.map((name) => {
    const { labels, regression } = classifier[name];
    const { bias, weights, scale } = regression;
    lists.push(bias, weights);
    return { labels, scale };
  });
  const lengths = lists.map((list) => list.length);
  const header: Header = { intents: [...intents], known: [...known], heads, lengths };
  const json = Buffer.from(JSON.stringify(header));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(json.length);
  const pieces = [length, padded(json)];
  for (const { buffer, byteOffset, byteLength } of lists) {
    pieces.push(padded(Buffer.from(buffer, byteOffset, byteLength)));
  }
  return Buffer.concat(pieces);
}

function decode(file: Buffer): Trained {
  // Copied, because numbers of four bytes can only begin at every fourth byte of their buffer.
  const bytes = file.buffer.slice(file.byteOffset, file.byteOffset + file.length) as ArrayBuffer;
  const end = 4 + file.readUInt32LE(0);
  const { intents, known, heads, lengths } = JSON.parse(file.toString('utf8', 4, end)) as Header;
  let position = aligned(end);
  let list = 0;
  const take = <T extends Numbers>(kind: NumbersKind<T>): T => {
    const numbers = new kind(bytes, position, lengths[list++]);
    position = aligned(position + numbers.byteLength);
    return numbers;
  };
  const vocabulary = { features: take(Int32Array), idf: take(Float32Array) };
  const [intent, service, account] = heads.map(({ labels, scale }): Head => {
    return { labels, regression: { bias: take(Float32Array), weights: take(Int8Array), scale } };
  });
  if (!intent || !service || !account) throw new RangeError('the file is cut short');
  const reading = { vocabulary, vectoriser: vectoriser(vocabulary) };
  const classifier = { known: new Map(known), ...reading, intent, service, account };
  return { intents: new Map(intents), classifier };
}

type Numbers = Int32Array | Float32Array | Uint8Array | Int8Array;
type NumbersKind<T> = new (bytes: ArrayBuffer, position: number, length?: number) => T;

function aligned(position: number): number {
  return Math.ceil(position / 4) * 4;
}

function padded(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, Buffer.alloc(aligned(bytes.length) - bytes.length)]);
}
