import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './tests/helpers/longest-first.ts';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/global-setup.ts'],
    // Nothing is mocked and no test changes its process, so files follow each other in one: modules and the embedded
    // engine are compiled once for many of them.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    // Two cores and a bit: some tests wait, more workers only make the embedded databases wait for each other.
    maxWorkers: 3,
    // The programs that tests start need not compile the same files again each time.
    env: { NODE_COMPILE_CACHE: join(import.meta.dirname, 'node_modules/.cache/pasokh/compiled') },
    // Patience for a crowded machine; the few that need longer anyway say so and why.
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
