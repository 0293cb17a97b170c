import { readFile, stat } from 'node:fs/promises';
import { type Document, isAlias, LineCounter, parseDocument, visit } from 'yaml';
import { SetupError } from '../errors.ts';

const LARGEST_FILE = 1_000_000;

/** The plain data of a YAML file; what is wrong with it is named with file and line. */
export async function readYaml(path: string): Promise<unknown> {
  const lineCounter = new LineCounter();
  const options = { schema: 'core', uniqueKeys: true, lineCounter } as const;
  const document = parseDocument(await textOf(path), options);
  const [error] = document.errors;
  if (error) {
    const { line } = lineCounter.linePos(error.pos[0]);
    throw new SetupError(`${path}: line ${line}: ${error.message.split('\n', 1)[0]}`);
  }
  refuseAliases(path, document);
  return document.toJS({ maxAliasCount: 0 });
}

async function textOf(path: string): Promise<string> {
  try {
    if ((await stat(path)).size <= LARGEST_FILE) return await readFile(path, 'utf8');
  } catch {
    throw new SetupError(`${path}: cannot be read`);
  }
  throw new SetupError(`${path}: larger than ${LARGEST_FILE} bytes`);
}

/** Aliases could make a small file enormous, and no intent needs them. */
function refuseAliases(path: string, document: Document): void {
  visit(document, (_, node) => {
    if (isAlias(node)) throw new SetupError(`${path}: aliases (*${node.source}) are not allowed`);
  });
}
