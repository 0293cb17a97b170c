import type { WriteStream } from 'node:tty';
import type { ImportProgress, ImportReport } from '../records/import/report.ts';

export interface ProgressDisplay {
  show(progress: ImportProgress): void;
  /** Clears away what is on the line. */
  end(): void;
}

type Output = Pick<WriteStream, 'isTTY' | 'write'>;

const REDRAW_MS = 100;
const LINE_EVERY_MS = 10_000;
/** Before that, a rate would be a guess. */
const SURE_AFTER_S = 1;
const CLEAR = '\r\u001b[K';
const NUMBER = new Intl.NumberFormat('en-US');

/** One line that redraws itself on a terminal; elsewhere a plain line when a file begins and now and then. */
export function createProgressDisplay(
  output: Output,
  clock: () => number = () => performance.now(),
): ProgressDisplay {
  let first: { at: number; progress: ImportProgress } | undefined;
  let shown = Number.NEGATIVE_INFINITY;
  let file = '';
  return {
    show(progress) {
      const at = clock();
      first ??= { at, progress };
      const isNewFile = progress.file !== file;
      if (!isNewFile && at - shown < (output.isTTY ? REDRAW_MS : LINE_EVERY_MS)) return;
      shown = at;
      file = progress.file;
      const line = progressLine(progress, first.progress, (at - first.at) / 1_000);
      output.write(output.isTTY ? `${CLEAR}${line}` : `${line}\n`);
    },
    end() {
      if (output.isTTY) output.write(CLEAR);
    },
  };
}

function progressLine(now: ImportProgress, first: ImportProgress, seconds: number): string {
  const begun = `${now.file}: ${NUMBER.format(now.fileRows)} rows`;
  const read = now.read - first.read;
  if (seconds < SURE_AFTER_S || read <= 0) return begun;
  const perSecond = NUMBER.format(Math.round((now.rows - first.rows) / seconds));
  const left = duration((seconds * (now.size - now.read)) / read);
  return `${begun}, ${perSecond} rows a second, ${left} left`;
}

/** The run in plain lines: one a file, then the whole. */
export function reportLines(report: ImportReport, seconds: number): string[] {
  const rows = report.files.reduce((sum, file) => sum + file.rows, 0);
  const refused = report.files.reduce((sum, file) => sum + file.refused, 0);
  const lines = [...report.notices];
  if (report.outcome === 'loaded') {
    for (const file of report.files) {
      lines.push(
        `${file.file}: ${NUMBER.format(file.rows)} rows; ${NUMBER.format(file.added)} new, ${NUMBER.format(file.changed)} changed, ${NUMBER.format(file.removed)} removed, ${NUMBER.format(file.refused)} refused`,
      );
    }
    const perSecond = NUMBER.format(Math.round(rows / Math.max(seconds, 0.001)));
    lines.push(
      `Loaded ${NUMBER.format(rows)} rows in ${duration(seconds)}, ${perSecond} rows a second; ${NUMBER.format(report.events)} changes to tell`,
    );
  }
  if (report.rejects)
    lines.push(`${NUMBER.format(refused)} refused rows are listed in ${report.rejects}`);
  return lines;
}

/** Minutes and seconds: `1:05`. */
function duration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
