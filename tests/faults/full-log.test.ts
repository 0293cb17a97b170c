import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const LOGGER = join(import.meta.dirname, '../../src/logger.ts');
const PROGRAM = `
  import { createLogger, logUncaught } from '${LOGGER}';
  const logger = createLogger({ level: 'info' });
  logUncaught(logger);
  for (let n = 0; n < 3; n++) {
    logger.info({ n }, 'a line without room');
    await new Promise((resolve) => setImmediate(resolve));
  }
  console.error('works on');
`;
/** A file on a disk that is full. */
const FULL = '/dev/full';

test.skipIf(!existsSync(FULL))('a log without room loses lines and holds up nothing', () => {
  const full = openSync(FULL, 'w');
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--input-type=module', '--eval', PROGRAM],
    { stdio: ['ignore', full, 'pipe'], encoding: 'utf8', timeout: 25_000, killSignal: 'SIGKILL' },
  );
  closeSync(full);
  expect([status, stderr.trim()]).toEqual([0, 'works on']);
});
