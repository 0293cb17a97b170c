import { existsSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Folders that a run of the tests left behind because it was killed: they are named after its process. */
export function leftovers(prefix: string): string[] {
  return readdirSync(tmpdir())
    .filter((name) => name.startsWith(prefix))
    .filter((name) => !existsSync(`/proc/${name.slice(prefix.length).split('-')[0]}`))
    .map((name) => join(tmpdir(), name));
}
