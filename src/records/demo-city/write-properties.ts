import { toPersianDigits } from '../../language/digits.ts';
import { addDays } from '../../language/jalali.ts';
import type { PropertyLevel } from '../record-store.ts';
import { jalaliText } from './city-files.ts';
import type { DemoProperty, Making } from './demo-property.ts';
import type { DemoDistrict } from './lexicon.ts';

const FIRST_BLOCK = 20;
const MOST_PLATE = 140;

interface Plot {
  district: DemoDistrict;
  /** District, quarter, block and parcel: the first four parts of every code on it. */
  code: string;
  street: string;
  place: string;
  lat: number;
  lon: number;
}

/** Writes the land, houses, flats and shops of every district, without their owners. */
export function writeProperties(
  making: Making,
  plotsPerDistrict: number,
  taken: ReadonlySet<string>,
): Omit<DemoProperty, 'owner'>[] {
  const plots = making.lexicon.districts.flatMap((district) =>
    Array.from({ length: plotsPerDistrict }, (_, i) => plotOf(making, district, i)),
  );
  return plots
    .flatMap((plot) => unitsOn(making, plot).map((unit) => ({ plot, unit })))
    .filter(({ unit }) => !taken.has(unit.code))
    .map(({ plot, unit }) => writeProperty(making, plot, unit));
}

function plotOf({ lexicon, random }: Making, district: DemoDistrict, index: number): Plot {
  const { words } = lexicon;
  const quarter = random.pick(district.quarters);
  const street = random.pick(district.streets);
  const way = random.chance(0.85) ? words.alley : words.deadEnd;
  const plate = `${words.plate} ${random.int(1, MOST_PLATE)}`;
  const place = [street, `${way} ${random.pick(lexicon.alleys)}`, plate].join(words.and);
  return {
    district,
    code: `${district.district}-${quarter}-${FIRST_BLOCK + index}-${random.int(1, 48)}`,
    street,
    place: toPersianDigits(place),
    lat: district.centre.lat + random.int(-450, 450) / 100_000,
    lon: district.centre.lon + random.int(-450, 450) / 100_000,
  };
}

interface Unit {
  code: string;
  level: PropertyLevel;
  address: string;
  area: number;
}

/** A plot carries bare land, a house, a block of flats, or flats above shops. */
function unitsOn({ lexicon, random }: Making, plot: Plot): Unit[] {
  const { words } = lexicon;
  const kind = random.int(1, 10);
  if (kind <= 3) {
    return [{ code: `${plot.code}-0-0-0`, level: 'parcel', address: plot.place, area: 0 }];
  }
  const house: Unit = {
    code: `${plot.code}-1-0-0`,
    level: 'building',
    address: plot.place,
    area: random.int(80, 320),
  };
  if (kind <= 7) return [house];
  const flats = Array.from({ length: random.int(2, 4) }, (_, i): Unit => {
    const [floor, unit] = toPersianDigits(`${i + 1} ${i + 1}`).split(' ');
    const address = [plot.place, `${words.floor} ${floor}`, `${words.unit} ${unit}`];
    return {
      code: `${plot.code}-1-${i + 1}-0`,
      level: 'apartment',
      address: address.join(words.and),
      area: random.int(62, 145),
    };
  });
  if (kind <= 9) return flats;
  const shops = Array.from({ length: random.int(1, 3) }, (_, i): Unit => {
    const shop = toPersianDigits(`${words.shop} ${random.int(1, 9) * 10 + i}`);
    return {
      code: `${plot.code}-1-0-${i + 1}`,
      level: 'guild',
      address: [plot.street, shop].join(words.and),
      area: random.int(14, 60),
    };
  });
  return [...flats, ...shops];
}

function writeProperty(making: Making, plot: Plot, unit: Unit): Omit<DemoProperty, 'owner'> {
  const { files, lexicon, random, asOf } = making;
  const hasLand = unit.level === 'parcel' || unit.level === 'building';
  files.add('properties', {
    nosazi_code: unit.code,
    district: plot.district.district,
    level: unit.level,
    address: unit.address,
    postal_code: random.chance(0.9) ? postalCode(making) : '',
    plate: `${random.int(12, 98)}/${random.int(100, 4_900)}`,
    plate_section: toPersianDigits(`${lexicon.words.section} ${random.int(1, 5)}`),
    land_use: random.pick(lexicon.landUses[unit.level]),
    deed_area_m2: hasLand ? random.int(120, 640) : '',
    built_area_m2: unit.area || '',
    lat: plot.lat.toFixed(5),
    lon: plot.lon.toFixed(5),
    updated_at: jalaliText(addDays(asOf, -random.int(1, 700))),
  });
  return { code: unit.code, level: unit.level };
}

/** Ten digits that no post office gives out: neighbours always differ. */
function postalCode({ random }: Making): string {
  const digits = [random.int(1, 9)];
  while (digits.length < 10) digits.push((digits.at(-1)! + random.int(1, 9)) % 10);
  return digits.join('');
}
