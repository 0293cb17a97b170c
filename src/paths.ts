import { fileURLToPath } from 'node:url';

/** Folders that come with the program, wherever it is started from. */
export const PATHS = {
  migrations: inProject('migrations'),
  intents: inProject('intents'),
  locales: inProject('locales'),
  demoCity: inProject('city/demo'),
} as const;

function inProject(path: string): string {
  return fileURLToPath(new URL(`../${path}`, import.meta.url));
}
