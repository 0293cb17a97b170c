import { createWriteStream, type WriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { SetupError } from '../../errors.ts';

export interface Reject {
  file: string;
  line: number;
  /** Empty when the whole row is meant. */
  column: string;
  /** Never repeats the cell: it may be somebody's national id. */
  reason: string;
}

/** `rejects.csv` beside the input: made with the first refused row, gone when there is none. */
export interface Rejects {
  path: string;
  add(reject: Reject): void;
  /** The path when anything was written, null otherwise. Calling it again says the same. */
  close(): Promise<string | null>;
}

const HEADER = 'file,line,column,reason\n';

export async function openRejects(dir: string): Promise<Rejects> {
  const path = join(dir, 'rejects.csv');
  await rm(path, { force: true }).catch((cause) => {
    throw new SetupError(`${path}: cannot be replaced (${cause.code ?? cause})`, { cause });
  });
  let out: WriteStream | undefined;
  let fault: Error | undefined;
  const open = () => {
    const stream = createWriteStream(path, { mode: 0o600 });
    stream.on('error', (error) => {
      fault ??= error;
    });
    stream.write(HEADER);
    return stream;
  };
  const close = async () => {
    if (!out) return null;
    out.end();
    await finished(out).catch(() => {});
    if (fault) throw new SetupError(`${path}: cannot be written (${fault.message})`);
    return path;
  };
  let closed: Promise<string | null> | undefined;
  return {
    path,
    add({ file, line, column, reason }) {
      out ??= open();
      out.write(`${[file, String(line), column, reason].map(safeCell).join(',')}\n`);
    },
    close: () => {
      closed ??= close();
      return closed;
    },
  };
}

/** Spreadsheets run cells that begin with these as formulas; a quote in front makes them text. */
function safeCell(cell: string): string {
  const text = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
