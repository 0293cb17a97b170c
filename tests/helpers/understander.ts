import { PATHS } from '../../src/paths.ts';
import { loadTrained } from '../../src/understanding/create-understander.ts';
import { reader } from '../../src/understanding/reader.ts';

/** Saturday 30 Aban 1405, half past nine in Tehran. */
export const NOW = new Date('2026-11-21T06:00:00Z');

export const trained = await loadTrained({ intentsDir: PATHS.intents, cacheDir: PATHS.cache });
export const understander = reader(trained);

export function understand(text: string) {
  return understander.understand(text, { now: NOW });
}
