import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
const COMPILED = process.env.NODE_COMPILE_CACHE ?? '';

export interface Running {
  process: ChildProcessWithoutNullStreams;
  output(): string;
  errors(): string;
  /** Resolves once standard output holds this; rejects when the process ends before. */
  prints(pattern: RegExp): Promise<RegExpExecArray>;
  exit: Promise<number | null>;
}

/** Runs one of the program's entries as its own process, with nothing of the tests' environment. */
export function run(
  entry: string,
  environment: Record<string, string>,
  args: string[] = [],
  input?: string,
): Running {
  const child = spawn(process.execPath, [join(ROOT, entry), ...args], {
    cwd: ROOT,
    env: { PATH: process.env.PATH ?? '', NODE_COMPILE_CACHE: COMPILED, ...environment },
  });
  let output = '';
  let errors = '';
  child.stdout.on('data', (chunk) => {
    output += chunk;
  });
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  if (input !== undefined) child.stdin.end(input);
  const exit = once(child, 'close').then(([code]) => code as number | null);
  return {
    process: child,
    output: () => output,
    errors: () => errors,
    exit,
    prints: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = pattern.exec(output);
          if (found) resolve(found);
        };
        child.stdout.on('data', look);
        look();
        exit.then(
          () => reject(new Error(`it ended before printing ${pattern}: ${errors}`)),
          reject,
        );
      }),
  };
}
