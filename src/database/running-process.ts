import { readFileSync } from 'node:fs';

export interface ProcessMark {
  pid: number;
  /** Boot of the machine and clock tick of the start; null where there is no /proc. */
  startedAt: string | null;
}

export function thisProcess(): ProcessMark {
  return { pid: process.pid, startedAt: startOf(process.pid) };
}

/** Whether that very process still runs, not another that got its number later. */
export function isRunning(mark: ProcessMark): boolean {
  if (mark.startedAt !== null && startOf(process.pid) !== null) {
    return startOf(mark.pid) === mark.startedAt;
  }
  try {
    process.kill(mark.pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function startOf(pid: number): string | null {
  try {
    // The name in brackets may hold anything, spaces and brackets included: the fields begin after the last one.
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [state] = fields;
    // Killed but not yet buried by its parent.
    if (state === 'Z' || state === 'X') return null;
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim();
    return `${boot}/${fields[19]}`;
  } catch {
    return null;
  }
}
