import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { createConnection, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { SetupError, UpstreamError } from '../../src/errors.ts';
import type { ImportReport } from '../../src/records/import/report.ts';
import { askRunningProcess } from '../../src/records/import-service/ask-running-process.ts';
import { type RunImport, serveImports } from '../../src/records/import-service/serve-imports.ts';
import { findSocketPath } from '../../src/records/import-service/socket-path.ts';

const REQUEST = { dir: '/records', upsert: true, allowShrink: false };
const REPORT: ImportReport = {
  outcome: 'loaded',
  reason: null,
  files: [{ file: 'charges.csv', rows: 5, refused: 1, added: 2, changed: 1, removed: 0 }],
  rejects: '/records/rejects.csv',
  events: 3,
  notices: ['x.csv: is not a records file; passed over'],
};
const PROGRESS = { file: 'charges.csv', fileRows: 1, rows: 1, read: 10, size: 20 };

let root: string;
let dataDir: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'pasokh-data-'));
  dataDir = root;
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function ask(surroundings: Partial<Parameters<typeof askRunningProcess>[2]> = {}) {
  const signal = new AbortController().signal;
  return askRunningProcess(dataDir, REQUEST, { onProgress: () => {}, signal, ...surroundings });
}

test('a running process does the work: what was asked arrives, progress and report come back', async () => {
  const asked: unknown[] = [];
  const service = await serveImports({
    dataDir,
    run: async (request, { onProgress }) => {
      asked.push(request);
      onProgress(PROGRESS);
      return REPORT;
    },
  });
  const progress: unknown[] = [];
  expect(await ask({ onProgress: (p) => progress.push(p) })).toEqual(REPORT);
  expect(asked).toEqual([REQUEST]);
  expect(progress).toEqual([PROGRESS]);
  await service.close();
});

test('nobody else can open the socket, and it is gone after the stop', async () => {
  const service = await serveImports({ dataDir, run: async () => REPORT });
  const path = findSocketPath(dataDir);
  expect(path).toBe(join(dataDir, 'control.sock'));
  expect(statSync(path).mode & 0o777).toBe(0o600);
  await service.close();
  expect(() => statSync(path)).toThrow('ENOENT');
  expect(await ask()).toBeNull();
});

test('without a running process there is nobody to ask', async () => {
  expect(await ask()).toBeNull();
});

test('a socket that a killed process has left is nobody, and is replaced', async () => {
  const left = createServer().listen(join(dataDir, 'other.sock'));
  await new Promise((resolve) => left.once('listening', resolve));
  const { linkSync } = await import('node:fs');
  linkSync(join(dataDir, 'other.sock'), join(dataDir, 'control.sock'));
  await new Promise((resolve) => left.close(resolve));
  expect(await ask()).toBeNull();
  const service = await serveImports({ dataDir, run: async () => REPORT });
  expect(await ask()).toEqual(REPORT);
  await service.close();
});

test('a folder whose path is too long for a socket is served all the same', async () => {
  dataDir = join(dataDir, 'long'.repeat(20), 'deep'.repeat(20));
  await mkdir(dataDir, { recursive: true });
  const service = await serveImports({ dataDir, run: async () => REPORT });
  expect(Buffer.byteLength(findSocketPath(dataDir))).toBeLessThan(108);
  expect(await ask()).toEqual(REPORT);
  const path = findSocketPath(dataDir);
  await service.close();
  expect(() => statSync(path)).toThrow('ENOENT');
  expect(await ask()).toBeNull();
});

test.each([
  ['SetupError', new SetupError('charges.csv: its header lacks x'), SetupError],
  ['UpstreamError', new UpstreamError('the database is away'), UpstreamError],
])('a %s comes back as itself', async (_, thrown, kind) => {
  const service = await serveImports({ dataDir, run: () => Promise.reject(thrown) });
  const error = await ask().catch((caught) => caught);
  expect(error).toBeInstanceOf(kind);
  expect(error.message).toBe(thrown.message);
  await service.close();
});

test('a bug is told to the serving process, not to the asking one', async () => {
  const bugs: unknown[] = [];
  const bug = new Error('canary');
  const service = await serveImports({
    dataDir,
    run: () => Promise.reject(bug),
    onBug: (error) => bugs.push(error),
  });
  const error = await ask().catch((caught) => caught);
  expect(error.message).not.toContain('canary');
  expect(bugs).toEqual([bug]);
  await service.close();
});

/** An import that goes on until it is broken off. */
function endless() {
  let begun = () => {};
  const hasBegun = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const run: RunImport = (_, { signal }) => {
    begun();
    return new Promise((resolve) => {
      signal.addEventListener('abort', () =>
        resolve({ ...REPORT, outcome: 'stopped', reason: 'it was interrupted' }),
      );
    });
  };
  return { run, hasBegun };
}

test('a command that is interrupted breaks the import off, and hears how it ended', async () => {
  const { run, hasBegun } = endless();
  const service = await serveImports({ dataDir, run });
  const stop = new AbortController();
  const asked = ask({ signal: stop.signal });
  await hasBegun;
  stop.abort();
  expect(await asked).toMatchObject({ outcome: 'stopped', reason: 'it was interrupted' });
  await service.close();
});

test('a command that is killed breaks the import off', async () => {
  const { run, hasBegun } = endless();
  let broken: () => void = () => {};
  const isBroken = new Promise<void>((resolve) => {
    broken = resolve;
  });
  const service = await serveImports({
    dataDir,
    run: (request, surroundings) => {
      surroundings.signal.addEventListener('abort', broken);
      return run(request, surroundings);
    },
  });
  const socket = createConnection(findSocketPath(dataDir));
  socket.write(`${JSON.stringify(REQUEST)}\n`);
  await hasBegun;
  socket.destroy();
  await isBroken;
  await service.close();
});

test('a process that stops breaks the import off and says so', async () => {
  const { run, hasBegun } = endless();
  const service = await serveImports({ dataDir, run });
  const asked = ask().catch((caught) => caught);
  await hasBegun;
  await service.close();
  expect(await asked).toSatisfy(
    (result: unknown) =>
      result instanceof UpstreamError || (result as ImportReport).outcome === 'stopped',
  );
});

test('a note that names no living process is nobody', async () => {
  writeFileSync(join(dataDir, 'control.path'), join(dataDir, 'gone.sock'));
  expect(await ask()).toBeNull();
});
