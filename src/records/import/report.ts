/** What came of one file. */
export interface FileReport {
  /** As it is called in the folder: `charges.csv` or `charges.csv.gz`. */
  file: string;
  rows: number;
  refused: number;
  added: number;
  changed: number;
  removed: number;
}

export interface ImportReport {
  outcome: 'loaded' | 'stopped';
  /** Why the run was stopped and nothing changed; null when it was not. */
  reason: string | null;
  files: FileReport[];
  /** Where the refused rows are listed; null when there are none. */
  rejects: string | null;
  /** Changes that subscribers will be told of. */
  events: number;
  /** What was passed over, a line each. */
  notices: string[];
}

export interface ImportProgress {
  file: string;
  /** Rows read so far, of this file and of all. */
  fileRows: number;
  rows: number;
  /** How much has been read of all there is: bytes of files, rows of views as they are estimated. */
  read: number;
  size: number;
}

/** 0 all loaded, 1 some rows refused, 2 nothing changed. */
export function exitStatusOf(report: ImportReport): 0 | 1 | 2 {
  if (report.outcome === 'stopped') return 2;
  return report.files.some((file) => file.refused > 0) ? 1 : 0;
}
