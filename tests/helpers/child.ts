import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** A program of ours in a process of its own, to be killed or waited for. */
export interface Child {
  pid: number;
  /** The next line it prints; null when it has ended. */
  line(): Promise<string | null>;
  kill(signal: NodeJS.Signals): void;
  ended(): Promise<{ code: number | null; signal: NodeJS.Signals | null; stderr: string }>;
}

/**
 * @param args the script and its arguments
 * @param cwd where it is started; the tests' own folder without it
 */
export function startChild(args: string[], env: Record<string, string> = {}, cwd?: string): Child {
  const child: ChildProcess = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
    cwd,
  });
  let stderr = '';
  child.stderr!.setEncoding('utf8').on('data', (text) => {
    stderr += text;
  });
  const lines = createInterface({ input: child.stdout! })[Symbol.asyncIterator]();
  const end = new Promise<{ code: number | null; signal: NodeJS.Signals | null; stderr: string }>(
    (resolve) => child.once('close', (code, signal) => resolve({ code, signal, stderr })),
  );
  return {
    pid: child.pid!,
    line: async () => (await lines.next()).value ?? null,
    kill: (signal) => void child.kill(signal),
    ended: () => end,
  };
}
