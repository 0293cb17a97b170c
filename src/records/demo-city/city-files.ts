import { jalaliOf } from '../../language/jalali.ts';
import type { IsoDate } from '../../language/vocabulary.ts';
import { FILE_NAMES, type FileName } from '../import/file-spec.ts';
import { FILE_SPECS } from '../import/file-specs.ts';

export type Cell = string | number | undefined;
export type Row = Readonly<Record<string, Cell>>;

/** The records files while they are being written. */
export interface CityFiles {
  add(file: FileName, row: Row): void;
  /** Each file as text, by its name without `.csv`. */
  texts(): Record<FileName, string>;
}

export function createCityFiles(): CityFiles {
  const rows = new Map<FileName, Row[]>(FILE_NAMES.map((name) => [name, []]));
  return {
    add(file, row) {
      const known = FILE_SPECS[file].columns.map((column) => column.name);
      const unknown = Object.keys(row).find((name) => !known.includes(name));
      if (unknown) throw new RangeError(`${file}.csv has no column ${unknown}`);
      rows.get(file)!.push(row);
    },
    texts: () =>
      Object.fromEntries(
        FILE_NAMES.map((name) => [name, csvOf(FILE_SPECS[name].columns, rows.get(name)!)]),
      ) as Record<FileName, string>,
  };
}

/** A day as Iranian exports give it: `1405/08/30`. */
export function jalaliText(day: IsoDate): string {
  const { year, month, day: date } = jalaliOf(day);
  return `${year}/${String(month).padStart(2, '0')}/${String(date).padStart(2, '0')}`;
}

function csvOf(columns: readonly { name: string }[], rows: readonly Row[]): string {
  const names = columns.map((column) => column.name);
  const lines = rows.map((row) => names.map((name) => quoted(row[name])).join(','));
  return `${[names.join(','), ...lines].join('\n')}\n`;
}

function quoted(cell: Cell): string {
  const text = String(cell ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
