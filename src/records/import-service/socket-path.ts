import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** What the system has room for in the address of a Unix socket. */
const LONGEST_PATH = 107;

/**
 * Where a process that serves `DATA_DIR` is to listen. A path that is too long for a socket gives way
 * to one in a private temporary folder, which a file in `DATA_DIR` names.
 */
export function claimSocketPath(dataDir: string): { path: string; release(): void } {
  const path = join(dataDir, 'control.sock');
  const note = noteIn(dataDir);
  if (Buffer.byteLength(path) <= LONGEST_PATH) {
    rmSync(note, { force: true });
    rmSync(path, { force: true });
    return { path, release: () => rmSync(path, { force: true }) };
  }
  const folder = mkdtempSync(join(tmpdir(), 'pasokh-'));
  const short = join(folder, 'control.sock');
  writeFileSync(note, short, { mode: 0o600 });
  return {
    path: short,
    release() {
      rmSync(note, { force: true });
      rmSync(dirname(short), { recursive: true, force: true });
    },
  };
}

/** Where such a process listens, if there is one. */
export function findSocketPath(dataDir: string): string {
  try {
    return readFileSync(noteIn(dataDir), 'utf8');
  } catch {
    return join(dataDir, 'control.sock');
  }
}

function noteIn(dataDir: string): string {
  return join(dataDir, 'control.path');
}
