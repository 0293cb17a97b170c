import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

const PROPERTIES =
  'nosazi_code,district,level,address,postal_code,plate,plate_section,land_use,deed_area_m2,built_area_m2,lat,lon,updated_at\n';
const CHARGES =
  'nosazi_code,account,fiscal_year,principal_rials,late_rials,vat_rials,discount_rials,paid_rials\n';
const FIRST_YEAR = 1401;
/** Quoted addresses, as most have a comma or a quarter's name in them. */
const STREET = '\u062e\u06cc\u0627\u0628\u0627\u0646';
const PLATE = '\u067e\u0644\u0627\u06a9';

/**
 * Writes `properties.csv` and `charges.csv` of a made-up city, streaming.
 *
 * @param lateRials another figure changes every charge
 */
export async function writeBigCity(
  folder: string,
  properties: number,
  chargesEach: number,
  lateRials = 0,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  await pipeline(
    Readable.from(propertyLines(properties)),
    createWriteStream(join(folder, 'properties.csv')),
  );
  await pipeline(
    Readable.from(chargeLines(properties, chargesEach, lateRials)),
    createWriteStream(join(folder, 'charges.csv')),
  );
}

export function codeOf(index: number): string {
  const district = (index % 9) + 1;
  return `${district}-${(index % 31) + 1}-${Math.floor(index / 1_000) + 1}-${(index % 1_000) + 1}-1-0-0`;
}

function* propertyLines(count: number): Generator<string> {
  yield PROPERTIES;
  for (let i = 0; i < count; i++) {
    const address = `"${STREET} ${i % 700}, ${PLATE} ${i % 190}"`;
    const postal = 6_517_812_345 + (i % 90_000);
    const place = `34.6${i % 1_000},49.3${i % 997}`;
    yield `${codeOf(i)},${(i % 9) + 1},building,${address},${postal},${(i % 90) + 10}/${i % 4_000},3,,${(i % 400) + 100},${(i % 300) + 50},${place},1405/0${(i % 8) + 1}/1${i % 9}\n`;
  }
}

function* chargeLines(properties: number, each: number, lateRials: number): Generator<string> {
  yield CHARGES;
  for (let i = 0; i < properties; i++) {
    for (let year = FIRST_YEAR; year < FIRST_YEAR + each; year++) {
      const paid = i % 3 === 0 ? 0 : ((i % 9_000) + 1) * 1_000;
      yield `${codeOf(i)},renovation,${year},${((i % 9_000) + 1) * 1_000},${(i % 7) * 1_000 + lateRials},0,0,${paid}\n`;
    }
  }
}
