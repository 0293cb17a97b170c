import { join } from 'node:path';
import { z } from 'zod';
import { SetupError } from '../errors.ts';
import { ACCOUNTS, INTENTS, type Intent, SERVICES, type Service } from '../language/vocabulary.ts';
import type { Example } from './intents.ts';
import { readYaml } from './read-yaml.ts';

/** Where a pattern takes a name. */
const GAP = '{name}';
/** The group of examples made from patterns; cross-validation never tests on them. */
export const PATTERN_GROUP = 'patterns';
/** The key of patterns that stand for the intent of the service itself. */
const OWN = 'own';
const OWN_INTENT: Readonly<Record<Service, Intent>> = {
  'building-permit': 'permit',
  completion: 'completion',
  'no-violation': 'violations',
  clearance: 'clearance',
  transfer: 'transfer',
  inquiry: 'inquiry',
  excavation: 'excavation',
  subdivision: 'subdivision',
  'change-use': 'change-use',
};
const LATIN = /[a-z]{2}/;

const line = z.string().trim().min(1).max(200);
const pattern = line.includes(GAP);
const names = z.array(line).min(1);
const patternsOf = <T extends string>(keys: readonly [T, ...T[]]) =>
  z.partialRecord(z.enum(keys), z.array(pattern).min(1));
const serviceFile = z.strictObject({
  names: z.record(z.enum(SERVICES), names),
  patterns: patternsOf([OWN, ...INTENTS]),
});
const accountFile = z.strictObject({
  names: z.record(z.enum(ACCOUNTS), names),
  patterns: patternsOf(INTENTS),
});
const foreignFile = z.strictObject({
  names: z.record(z.string().regex(/^[a-z][a-z-]*$/), names),
  patterns: patternsOf(['none']),
});

/**
 * Examples made by putting names of services, accounts and foreign matters into sentences: they teach
 * that «مدارک … چیه» asks the same of every service, and is none of ours for a passport.
 */
export async function patternExamples(folder: string): Promise<Example[]> {
  const [services, accounts, foreign] = await Promise.all([
    read(folder, 'services.yaml', serviceFile),
    read(folder, 'accounts.yaml', accountFile),
    read(folder, 'foreign.yaml', foreignFile),
  ]);
  return [
    ...filled(services, (key, service) => ({
      intent: key === OWN ? OWN_INTENT[service] : key,
      service,
    })),
    ...filled(accounts, (intent, account) => ({ intent, account })),
    ...filled(foreign, (intent, authority) => ({ intent, authority })),
  ];
}

async function read<T>(folder: string, name: string, schema: z.ZodType<T>): Promise<T> {
  const path = join(folder, name);
  const result = schema.safeParse(await readYaml(path));
  if (result.success) return result.data;
  const issue = result.error.issues[0]!;
  throw new SetupError(`${path}: ${issue.message} at ${issue.path.map(String).join('.')}`);
}

/** Every pattern with every kind of thing, by one of its names in turn: of the pattern's own script. */
function filled<K extends string, N extends string>(
  file: { names: Record<N, string[]>; patterns: Partial<Record<K, string[]>> },
  labels: (key: K, name: N) => Omit<Example, 'text' | 'group'>,
): Example[] {
  const examples: Example[] = [];
  for (const [key, patterns] of Object.entries(file.patterns) as [K, string[]][]) {
    for (const [i, text] of patterns.entries()) {
      const isLatin = LATIN.test(text.replace(GAP, ''));
      for (const [j, [kind, list]] of (Object.entries(file.names) as [N, string[]][]).entries()) {
        const fitting = list.filter((name) => LATIN.test(name) === isLatin);
        const name = fitting[(i + j) % fitting.length];
        if (!name) continue;
        examples.push({
          text: text.replace(GAP, name),
          group: PATTERN_GROUP,
          ...labels(key, kind),
        });
      }
    }
  }
  return examples;
}
