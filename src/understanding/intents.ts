import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { SetupError } from '../errors.ts';
import { matchKey } from '../language/text.ts';
import { ACCOUNTS, INTENTS, type Intent, SERVICES } from '../language/vocabulary.ts';
import { readYaml } from './read-yaml.ts';

const FEWEST_EXAMPLES = 2;

const line = z.string().trim().min(1).max(600);
const detailedSchema = z.strictObject({
  text: line,
  service: z.enum(SERVICES).optional(),
  account: z.enum(ACCOUNTS).optional(),
  /** Whose business a foreign matter is, like `police`; only in `none.yaml`. */
  authority: z
    .string()
    .regex(/^[a-z][a-z-]*$/)
    .optional(),
});
type Detailed = z.infer<typeof detailedSchema>;
const exampleSchema = z.union([line.transform((text): Detailed => ({ text })), detailedSchema]);
const fileSchema = z.strictObject({
  id: z.enum(INTENTS),
  title: line,
  slots: z.array(z.enum(['service', 'account', 'request', 'code', 'date', 'time'])).default([]),
  /** By the kind of person who would write so: cross-validation leaves one out at a time. */
  examples: z.record(z.string().regex(/^[a-z][a-z0-9-]*$/), z.array(exampleSchema).min(1)),
});

export type IntentFile = z.infer<typeof fileSchema>;
export type Example = Detailed & { intent: Intent; group: string };

export interface Intents {
  files: ReadonlyMap<Intent, IntentFile>;
  examples: Example[];
}

/** Reads and checks every intent of a folder; all of the vocabulary must be there. */
export async function loadIntents(folder: string): Promise<Intents> {
  const names = (await list(folder)).filter((name) => name.endsWith('.yaml')).sort();
  const files = new Map<Intent, IntentFile>();
  for (const name of names) {
    const file = await readIntent(join(folder, name));
    if (`${file.id}.yaml` !== name) {
      throw new SetupError(
        `${join(folder, name)}: id is "${file.id}"; name the file ${file.id}.yaml`,
      );
    }
    files.set(file.id, file);
  }
  const missing = INTENTS.filter((intent) => !files.has(intent));
  if (missing.length > 0) {
    throw new SetupError(`${folder}: missing ${missing.map((id) => `${id}.yaml`).join(', ')}`);
  }
  return { files, examples: uniqueExamples(folder, files) };
}

async function readIntent(path: string): Promise<IntentFile> {
  const result = fileSchema.safeParse(await readYaml(path));
  if (result.success) return withEnoughExamples(path, result.data);
  const issue = result.error.issues[0]!;
  const place = issue.path.map(String).join('.') || 'the top';
  throw new SetupError(`${path}: ${issue.message} at ${place}`);
}

function withEnoughExamples(path: string, file: IntentFile): IntentFile {
  const count = Object.values(file.examples).flat().length;
  if (count >= FEWEST_EXAMPLES) return file;
  throw new SetupError(`${path}: add at least ${FEWEST_EXAMPLES} examples`);
}

function uniqueExamples(folder: string, files: ReadonlyMap<Intent, IntentFile>): Example[] {
  const seen = new Map<string, Intent>();
  const examples: Example[] = [];
  for (const [intent, file] of files) {
    for (const [group, list] of Object.entries(file.examples)) {
      for (const example of list) {
        const key = matchKey(example.text) || example.text;
        const other = seen.get(key);
        if (other) {
          const where =
            other === intent ? `twice in ${intent}.yaml` : `in ${other}.yaml and ${intent}.yaml`;
          throw new SetupError(
            `${folder}: the example «${example.text}» stands ${where}; keep one`,
          );
        }
        seen.set(key, intent);
        examples.push({ ...example, intent, group });
      }
    }
  }
  return examples;
}

async function list(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch {
    throw new SetupError(`${folder}: no such folder; it holds one YAML file per intent`);
  }
}
