import { randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SetupError } from '../errors.ts';
import { isRunning, thisProcess } from './running-process.ts';

export interface FolderLock {
  release(): void;
}

interface Holder {
  pid: number;
  /** When the process began: tells it from a later one with the same number. Null where the system does not say. */
  startedAt: string | null;
  /** Tells one holding of the lock from the next. */
  holding: string;
}

/**
 * Claims a folder for this process, making the folder where it is missing. While a living process
 * holds it, `SetupError` names that process; what a dead one left behind is taken over.
 *
 * @param purpose what the folder is, for the message: `the embedded database`
 */
export function lockFolder(folder: string, purpose: string): FolderLock {
  const path = join(folder, 'in-use.lock');
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const rival = claim(path, { ...thisProcess(), holding: randomUUID() });
    if (!rival) return { release: () => rmSync(path, { force: true }) };
    throw new SetupError(
      `${folder}: ${purpose} is in use by process ${rival.pid}; stop that one first (two would corrupt it)`,
    );
  } catch (cause) {
    if (cause instanceof SetupError) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new SetupError(`${folder}: cannot be used for ${purpose} (${reason})`, { cause });
  }
}

/** Null when the lock is ours now, else the living process that has it. */
function claim(path: string, me: Holder): Holder | null {
  const draft = `${path}.${me.holding}`;
  writeFileSync(draft, JSON.stringify(me), { mode: 0o600 });
  try {
    for (;;) {
      if (appears(draft, path)) return null;
      const holder = holderOf(path);
      if (holder === 'gone') continue;
      if (holder && isRunning(holder)) return holder;
      const rival = takeOver(path, draft, holder, me);
      if (rival !== 'retry') return rival;
    }
  } finally {
    rmSync(draft, { force: true });
  }
}

/**
 * Of several processes that find the same dead holder only the one with the lock named after that
 * holding may replace it; so nobody can remove the lock another has just taken.
 */
function takeOver(
  path: string,
  draft: string,
  dead: Holder | null,
  me: Holder,
): Holder | null | 'retry' {
  const heir = `${path}.heir-of-${dead?.holding ?? 'unknown'}`;
  const rival = claim(heir, { ...me, holding: randomUUID() });
  if (rival) return rival;
  try {
    const holder = holderOf(path);
    if (holder === 'gone' || holder?.holding !== dead?.holding) return 'retry';
    renameSync(draft, path);
    return null;
  } finally {
    rmSync(heir, { force: true });
  }
}

/** A hard link appears whole or not at all, and never replaces a file. */
function appears(draft: string, path: string): boolean {
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Null when the file says nothing we understand: nobody who lives wrote it. */
function holderOf(path: string): Holder | null | 'gone' {
  try {
    const read: Partial<Holder> = JSON.parse(readFileSync(path, 'utf8'));
    return typeof read?.pid === 'number' && typeof read.holding === 'string'
      ? (read as Holder)
      : null;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'gone' : null;
  }
}
