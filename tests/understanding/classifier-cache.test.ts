import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PATHS } from '../../src/paths.ts';
import { trainClassifier } from '../../src/understanding/classifier.ts';
import {
  readTrained,
  type Trained,
  writeTrained,
} from '../../src/understanding/classifier-cache.ts';
import { preparedIntents } from '../../src/understanding/create-understander.ts';
import { reader } from '../../src/understanding/reader.ts';
import { NOW } from '../helpers/understander.ts';

describe('a trained classifier', () => {
  let folder: string;
  let trained: Trained;
  let few: Awaited<ReturnType<typeof preparedIntents>>;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pasokh-classifier-'));
    few = await preparedIntents(PATHS.intents);
    few.prepared = few.prepared.filter((_, i) => i % 5 === 0);
    trained = { intents: few.intents, classifier: trainClassifier(few.prepared) };
    await writeTrained(folder, 'key', trained);
  });
  afterAll(() => rm(folder, { recursive: true }));

  test('comes out of training the same each time', () => {
    const again = trainClassifier(few.prepared);
    expect(again.intent.regression.weights).toEqual(trained.classifier.intent.regression.weights);
  });

  test('understands as before when it is read back', async () => {
    const kept = await readTrained(folder, 'key');
    for (const text of ['بدهی ملکم چقدره', 'خلافی ماشین', 'madarek payan kar', 'سلام']) {
      expect(reader(kept!).understand(text, { now: NOW })).toEqual(
        reader(trained).understand(text, { now: NOW }),
      );
    }
    expect(reader(kept!).titleOf('debt')).toBe(reader(trained).titleOf('debt'));
  });

  test('is not found under another key', async () => {
    expect(await readTrained(folder, 'other')).toBeNull();
  });

  test('that was cut short or overwritten is made anew', async () => {
    const [name] = await readdir(folder);
    const path = join(folder, name!);
    const whole = await readFile(path);
    await truncate(path, whole.length - 4);
    expect(await readTrained(folder, 'key')).toBeNull();
    await writeFile(path, 'rubbish');
    expect(await readTrained(folder, 'key')).toBeNull();
    await writeFile(path, whole);
    expect(await readTrained(folder, 'key')).not.toBeNull();
  });

  test('takes the place of the one before', async () => {
    await writeTrained(folder, 'newer', trained);
    expect(await readdir(folder)).toEqual(['understanding-newer.bin']);
    await writeTrained(folder, 'key', trained);
  });

  test('that cannot be kept is no reason to fail', async () => {
    await writeTrained(folder, 'key', trained);
    await expect(
      writeTrained(join(folder, 'understanding-key.bin', 'no-folder'), 'key', trained),
    ).resolves.toBeUndefined();
  });
});
