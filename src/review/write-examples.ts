import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isMap, isScalar, type Pair, parseDocument, stringify, type YAMLMap } from 'yaml';
import { SetupError } from '../errors.ts';
import type { Example } from '../understanding/intents.ts';

/**
 * Adds examples to the files of their intents, each under its group, and leaves every other byte of them as it is:
 * comments, quotes and order are people's work.
 */
export async function writeExamples(folder: string, examples: readonly Example[]): Promise<void> {
  for (const [intent, own] of Map.groupBy(examples, (example) => example.intent)) {
    const path = join(folder, `${intent}.yaml`);
    let text = await readFile(path, 'utf8');
    for (const [group, list] of Map.groupBy(own, (example) => example.group)) {
      text = withExamples(text, path, group, list);
    }
    await writeFile(`${path}.new`, text);
    await rename(`${path}.new`, path);
  }
}

function withExamples(
  text: string,
  path: string,
  group: string,
  examples: readonly Example[],
): string {
  const groups = parseDocument(text).get('examples');
  if (!isMap(groups)) throw new SetupError(`${path}: has no examples to add to`);
  const at = endOf(ownPair(groups, group) ?? groups.items.at(-1), text);
  if (at === null) throw new SetupError(`${path}: has no examples to add to`);
  const known = ownPair(groups, group) !== undefined;
  const lines = [
    ...(known ? [] : [`  ${group}:`]),
    ...examples.map((one) => `    - ${inline(one)}`),
  ];
  const before = text.slice(0, at).trimEnd();
  return `${before}\n${lines.join('\n')}\n${text.slice(at).replace(/^\n/, '')}`;
}

function ownPair(groups: YAMLMap, group: string): Pair | undefined {
  return groups.items.find(({ key }) => isScalar(key) && key.value === group);
}

/** Where the value of a pair ends, before what comes after it. */
function endOf(pair: Pair | undefined, text: string): number | null {
  const range = (pair?.value as { range?: [number, number, number] } | null)?.range;
  if (!range) return null;
  const end = text.indexOf('\n', range[1] - 1);
  return end < 0 ? text.length : end + 1;
}

function inline({ text, service, account, authority }: Example): string {
  const slots = {
    ...(service && { service }),
    ...(account && { account }),
    ...(authority && { authority }),
  };
  const flow = (value: unknown) =>
    stringify(value, { collectionStyle: 'flow', lineWidth: 0 })
      .trim()
      .replaceAll(/\s*\n\s*/g, ' ');
  return Object.keys(slots).length === 0 ? flow(text) : flow({ text, ...slots });
}
