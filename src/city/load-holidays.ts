import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { SetupError } from '../errors.ts';
import { jalaliOf } from '../language/jalali.ts';
import type { IsoDate } from '../language/vocabulary.ts';
import type { Holiday } from './calendar.ts';
import { holidaysFile } from './profile-schema.ts';
import { readProfileFile } from './read-profile-file.ts';

/** Reads `YEAR.yaml` for every Jalali year there is; a year without a file is not known. */
export async function loadHolidays(
  dir: string,
): Promise<{ holidays: Map<IsoDate, Holiday>; years: Set<number> }> {
  const holidays = new Map<IsoDate, Holiday>();
  const years = new Set<number>();
  for (const name of await fileNames(dir)) {
    const path = join(dir, name);
    const year = Number(/^(\d{4})\.yaml$/.exec(name)?.[1]);
    if (!year) throw new SetupError(`${path}: must be named after its Jalali year, like 1405.yaml`);
    years.add(year);
    const { holidays: entries } = await readProfileFile(path, holidaysFile);
    entries.forEach(({ date, name, status }, index) => {
      const key = `${path}: holidays.${index}.date`;
      if (jalaliOf(date).year !== year) throw new SetupError(`${key}: is not in ${year}`);
      if (holidays.has(date)) throw new SetupError(`${key}: is listed twice`);
      holidays.set(date, { name, status });
    });
  }
  return { holidays, years };
}

async function fileNames(dir: string): Promise<string[]> {
  try {
    return (await readdir(dir)).filter((name) => !name.startsWith('.')).sort();
  } catch (cause) {
    throw new SetupError(`${dir}: cannot be read; it holds one file of holidays a year`, { cause });
  }
}
