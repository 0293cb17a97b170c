import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { codeOf, writeBigCity } from '../import/big-city.ts';

/** The first so many properties have an owner each, with a mobile of their own. */
export const OWNERS = 20_000;

/** `writeBigCity`, with people in it. */
export async function writeInhabitedCity(
  folder: string,
  properties: number,
  chargesEach: number,
): Promise<void> {
  await writeBigCity(folder, properties, chargesEach);
  const count = Math.min(OWNERS, properties);
  await write(join(folder, 'parties.csv'), 'national_id,name,mobile', count, (i) =>
    [nationalIdOf(i), `Owner ${i}`, mobileOf(i)].join(),
  );
  await write(join(folder, 'ownership.csv'), 'nosazi_code,national_id,role,dang', count, (i) =>
    [codeOf(i), nationalIdOf(i), 'owner', '6'].join(),
  );
}

export function mobileOf(owner: number): string {
  return `0912${String(1_000_000 + owner)}`;
}

function nationalIdOf(owner: number): string {
  const digits = String(200_000_000 + owner);
  const sum = [...digits].reduce((total, digit, i) => total + Number(digit) * (10 - i), 0);
  const rest = sum % 11;
  return `${digits}${rest < 2 ? rest : 11 - rest}`;
}

async function write(
  path: string,
  header: string,
  count: number,
  line: (i: number) => string,
): Promise<void> {
  function* lines() {
    yield `${header}\n`;
    for (let i = 0; i < count; i++) yield `${line(i)}\n`;
  }
  await pipeline(Readable.from(lines()), createWriteStream(path));
}
