import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { SetupError } from '../../src/errors.ts';
import { matchKey } from '../../src/language/text.ts';
import { INTENTS } from '../../src/language/vocabulary.ts';
import { PATHS } from '../../src/paths.ts';
import { loadIntents } from '../../src/understanding/intents.ts';
import { patternExamples } from '../../src/understanding/patterns.ts';

describe('the intents of the product', async () => {
  const { files, examples } = await loadIntents(PATHS.intents);

  test.each(INTENTS)('%s has 100 examples or more, and a title for its button', (intent) => {
    const count = examples.filter((example) => example.intent === intent).length;
    expect(count).toBeGreaterThanOrEqual(100);
    expect(files.get(intent)?.title).toMatch(/^[\u0600-\u06FF\u200C ]+$/);
  });

  test('two thousand lines and more are none of ours, many with the authority whose they are', () => {
    const none = examples.filter(({ intent }) => intent === 'none');
    expect(none.length).toBeGreaterThanOrEqual(2_000);
    expect(none.filter(({ authority }) => authority).length).toBeGreaterThanOrEqual(800);
  });

  test('no example stands under two intents, or twice', () => {
    const keys = examples.map(({ text }) => matchKey(text) || text);
    expect(keys.length).toBe(new Set(keys).size);
  });

  test('only foreign lines name an authority, and only wishes that ask for one a slot', () => {
    const misplaced = examples.filter(
      ({ intent, authority, service, account }) =>
        (authority && intent !== 'none') ||
        (service && !files.get(intent)?.slots.includes('service')) ||
        (account && !['debt', 'payment'].includes(intent)),
    );
    expect(misplaced).toEqual([]);
  });
});

describe('a folder of intents', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pasokh-intents-'));
    await cp(PATHS.intents, folder, { recursive: true });
  });
  afterEach(() => rm(folder, { recursive: true }));

  const loadWith = async (text: string) => {
    await writeFile(join(folder, 'debt.yaml'), text);
    return loadIntents(folder);
  };
  const DEBT = 'id: debt\ntitle: بدهی\nslots: [account]\nexamples:\n  somebody:\n';

  test('is read as it was written', async () => {
    const { examples, files } = await loadWith(
      `${DEBT}    - سؤال اول\n    - { text: سؤال دوم, account: waste }\n`,
    );
    expect(examples.filter(({ intent }) => intent === 'debt')).toEqual([
      { text: 'سؤال اول', intent: 'debt', group: 'somebody' },
      { text: 'سؤال دوم', account: 'waste', intent: 'debt', group: 'somebody' },
    ]);
    expect(files.get('debt')?.slots).toEqual(['account']);
  });

  test.each([
    ['an unknown slot', DEBT.replace('account', 'accounts'), /debt\.yaml: .* at slots\.0/],
    [
      'an unknown account',
      `${DEBT}    - { text: الف, account: water }\n`,
      /debt\.yaml: .* at examples\.somebody\.0/,
    ],
    ['one example only', `${DEBT}    - الف\n`, /debt\.yaml: add at least 2 examples/],
    [
      'the id of another intent',
      DEBT.replace('id: debt', 'id: payment').concat('    - الف\n    - ب\n'),
      /debt\.yaml: id is "payment"/,
    ],
    ['an unknown key', `${DEBT}    - الف\n    - ب\nexample: 1\n`, /debt\.yaml: .*example/],
    ['broken YAML', `${DEBT}    - "الف\n`, /debt\.yaml: line \d+: /],
    ['a key given twice', `${DEBT}    - الف\n    - ب\nid: debt\n`, /debt\.yaml: line \d+: /],
    ['an alias', `a: &a [x]\n${DEBT}    - *a\n`, /debt\.yaml: aliases/],
    [
      'a prototype for a group',
      DEBT.replace('somebody', '__proto__').concat('    - الف\n    - ب\n'),
      /debt\.yaml: /,
    ],
    [
      'a file of two million letters',
      `${DEBT}    - ${'ا'.repeat(1_000_000)}\n`,
      /debt\.yaml: larger than/,
    ],
    ['an example of another intent', `${DEBT}    - سلام\n    - ب\n`, /«سلام» stands in/],
    ['nothing at all', '', /debt\.yaml: /],
  ])('with %s is refused by one line that names the file', async (_, text, message) => {
    const loading = loadWith(text);
    await expect(loading).rejects.toThrow(SetupError);
    await expect(loading).rejects.toThrow(message);
  });

  test('without one of the intents is refused by its name', async () => {
    await rm(join(folder, 'thanks.yaml'));
    await expect(loadIntents(folder)).rejects.toThrow(/missing thanks\.yaml/);
  });

  test('that is not there is refused by its path', async () => {
    await expect(loadIntents(join(folder, 'nowhere'))).rejects.toThrow(/nowhere: no such folder/);
  });

  test('a pattern without its gap is refused', async () => {
    const path = join(folder, 'patterns/accounts.yaml');
    const text = await readFile(path, 'utf8');
    await writeFile(path, text.replace('بدهی {name}', 'بدهی'));
    await expect(patternExamples(join(folder, 'patterns'))).rejects.toThrow(/accounts\.yaml: /);
  });
});

describe('patterns', async () => {
  const examples = await patternExamples(join(PATHS.intents, 'patterns'));

  test('ask the same of every service, and label it', () => {
    const services = examples.filter(({ intent }) => intent === 'requirements');
    expect(new Set(services.map(({ service }) => service)).size).toBe(9);
    expect(services.every(({ service }) => service)).toBe(true);
  });

  test('put Latin names into Latin sentences only', () => {
    expect(
      examples.filter(({ text }) => /[a-z]{3}/.test(text) && /[\u0600-\u06FF]{3}/.test(text)),
    ).toEqual([]);
  });

  test('leave no gap open', () => {
    expect(examples.filter(({ text }) => text.includes('{'))).toEqual([]);
  });
});
