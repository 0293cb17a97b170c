import { accessSync, constants, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folders that come with the program, wherever it is started from. */
export const PATHS = {
  migrations: inProject('migrations'),
  intents: inProject('intents'),
  locales: inProject('locales'),
  demoCity: inProject('city/demo'),
  cache: inProject('.cache'),
} as const;

/**
 * Where what can be made anew is kept: beside the program, which it follows from, for all that run it; in the data
 * folder where that must not be written to.
 */
export function cacheFolder(dataDir: string): string {
  try {
    mkdirSync(PATHS.cache, { recursive: true });
    accessSync(PATHS.cache, constants.W_OK);
    return PATHS.cache;
  } catch {
    return join(dataDir, 'cache');
  }
}

function inProject(path: string): string {
  return fileURLToPath(new URL(`../${path}`, import.meta.url));
}
