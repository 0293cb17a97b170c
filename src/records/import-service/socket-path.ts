import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** What the system has room for in the address of a Unix socket. */
const LONGEST_PATH = 107;
const USUAL_NAME = 'control';

/**
 * Where a process that serves `DATA_DIR` is to listen. A path that is too long for a socket gives way
 * to one in a private temporary folder, which a file in `DATA_DIR` names.
 */
export function claimSocketPath(
  dataDir: string,
  name = USUAL_NAME,
): { path: string; release(): void } {
  const path = join(dataDir, `${name}.sock`);
  const note = noteIn(dataDir, name);
  if (Buffer.byteLength(path) <= LONGEST_PATH) {
    rmSync(note, { force: true });
    rmSync(path, { force: true });
    return { path, release: () => rmSync(path, { force: true }) };
  }
  const folder = mkdtempSync(join(tmpdir(), 'pasokh-'));
  const short = join(folder, `${name}.sock`);
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
export function findSocketPath(dataDir: string, name = USUAL_NAME): string {
  try {
    return readFileSync(noteIn(dataDir, name), 'utf8');
  } catch {
    return join(dataDir, `${name}.sock`);
  }
}

function noteIn(dataDir: string, name: string): string {
  return join(dataDir, `${name}.path`);
}
