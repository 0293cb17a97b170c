import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';

/**
 * Puts the files of an empty embedded database where a program with this `DATA_DIR` looks for it: making them anew
 * takes each program seconds.
 */
export function placeEmbedded(dataDir: string, of: 'database' | 'playground'): void {
  cpSync(inject('embedded').cluster, join(dataDir, of, 'cluster'), { recursive: true });
}
