import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Prepared, prepare, trainClassifier } from './classifier.ts';
import { fingerprint, readTrained, type Trained, writeTrained } from './classifier-cache.ts';
import { loadIntents } from './intents.ts';
import { patternExamples } from './patterns.ts';
import { reader } from './reader.ts';
import type { Understander } from './understanding.ts';

export interface UnderstanderOptions {
  /** Holds one YAML file per intent. */
  intentsDir: string;
  /** Where the trained classifier is kept between starts; without it every start trains anew. */
  cacheDir?: string;
}

/** Reads the intents, trains on their examples (or finds that done), and is ready to understand. */
export async function createUnderstander(options: UnderstanderOptions): Promise<Understander> {
  return reader(await loadTrained(options));
}

/** What an understander is made of, for those who need more of it than messages understood. */
export async function loadTrained({ intentsDir, cacheDir }: UnderstanderOptions): Promise<Trained> {
  if (!cacheDir) return trainFrom(intentsDir);
  const key = await keyOf(intentsDir);
  const known = key && (await readTrained(cacheDir, key));
  if (known) return known;
  const fresh = await trainFrom(intentsDir);
  if (key) await writeTrained(cacheDir, key, fresh);
  return fresh;
}

async function trainFrom(intentsDir: string): Promise<Trained> {
  const { intents, prepared } = await preparedIntents(intentsDir);
  return { intents, classifier: trainClassifier(prepared) };
}

/** Everything the training reads: the facts of the intents, their examples and those made from patterns. */
export async function preparedIntents(
  intentsDir: string,
): Promise<{ intents: Trained['intents']; prepared: Prepared[] }> {
  const { files, examples } = await loadIntents(intentsDir);
  const patterned = await patternExamples(join(intentsDir, 'patterns'));
  const intents = new Map([...files].map(([id, { title, slots }]) => [id, { title, slots }]));
  return { intents, prepared: prepare([...examples, ...patterned]) };
}

async function keyOf(intentsDir: string): Promise<string | null> {
  const ours = [new URL('.', import.meta.url), new URL('../language/', import.meta.url)];
  try {
    return await fingerprint([intentsDir, ...ours.map((url) => fileURLToPath(url))]);
  } catch {
    // A folder that is not there is reported, with its name, by whoever reads the intents.
    return null;
  }
}
