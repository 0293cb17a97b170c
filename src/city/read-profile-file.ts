import { readFile } from 'node:fs/promises';
import { parseDocument, visit } from 'yaml';
import type { z } from 'zod';
import { SetupError } from '../errors.ts';

/** Reads one YAML file of the profile; `SetupError` names the file and the first key that is wrong. */
export async function readProfileFile<T extends z.ZodType>(
  path: string,
  schema: T,
): Promise<z.infer<T>> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new SetupError(`${path}: cannot be read; a city profile needs this file`, { cause });
  });
  const document = parseDocument(text);
  const broken = document.errors[0] ?? document.warnings[0];
  if (broken) throw new SetupError(`${path}: ${broken.message.split('\n')[0]}`);
  // Aliases could make a small file enormous, and no profile needs them.
  visit(document, {
    Alias(_, { source }) {
      throw new SetupError(`${path}: aliases (*${source}) are not allowed`);
    },
  });
  const result = schema.safeParse(document.toJS());
  if (result.success) return result.data;
  const issue = result.error.issues[0]!;
  const key = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0]] : issue.path;
  throw new SetupError(`${path}: ${key.join('.') || 'the whole file'}: ${issue.message}`);
}
