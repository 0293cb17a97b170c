import { addDays } from '../../language/jalali.ts';
import { jalaliText } from './city-files.ts';
import type { DemoProperty, Making } from './demo-property.ts';

const YEAR = 365;

/** Who holds each property, with shares that add up to six dang, and who held it before. */
export function writeOwnership(
  making: Making,
  properties: readonly Omit<DemoProperty, 'owner'>[],
  parties: { people: readonly string[]; companies: readonly string[] },
): DemoProperty[] {
  return properties.map((property) => {
    const { random } = making;
    const pool = random.chance(0.06) ? parties.companies : parties.people;
    const owners = distinct(making, pool, random.pick([1, 1, 1, 1, 1, 2, 2, 3]));
    const since = random.int(1, 25) * YEAR;
    for (const owner of owners) {
      add(making, property.code, owner, 'owner', { dang: 6 / owners.length, from: -since });
    }
    const others = distinct(making, parties.people, 3, owners);
    writeOthers(making, property, others, since);
    return { ...property, owner: owners[0]! };
  });
}

function writeOthers(
  making: Making,
  { code, level }: Omit<DemoProperty, 'owner'>,
  [first, second, former]: readonly string[],
  since: number,
): void {
  const { random } = making;
  const months = random.int(1, 30) * 30;
  if (level === 'guild' && random.chance(0.6)) {
    add(making, code, first!, 'guild-holder', { from: -months - YEAR });
  } else if (level === 'apartment' && random.chance(0.35)) {
    add(making, code, first!, 'tenant', { from: -months, to: YEAR - months });
  }
  const stand = random.int(1, 20);
  if (stand === 1) {
    add(making, code, second!, 'attorney', { from: -months, to: 2 * YEAR - months });
  } else if (stand === 2) {
    add(making, code, second!, 'heir', { dang: 2, from: -months });
  }
  if (random.chance(0.1)) {
    add(making, code, former!, 'owner', { dang: 6, from: -since - 6 * YEAR, to: -since });
  }
}

/** @param days from the day of export: negative lies before it */
function add(
  { files, asOf }: Making,
  nosazi_code: string,
  national_id: string,
  role: string,
  days: { dang?: number; from: number; to?: number },
): void {
  const valid_to = days.to === undefined ? '' : jalaliText(addDays(asOf, days.to));
  const valid_from = jalaliText(addDays(asOf, days.from));
  files.add('ownership', { nosazi_code, national_id, role, dang: days.dang, valid_from, valid_to });
}

function distinct(
  { random }: Making,
  pool: readonly string[],
  count: number,
  except: readonly string[] = [],
): string[] {
  const chosen: string[] = [];
  while (chosen.length < count) {
    const one = random.pick(pool);
    if (!chosen.includes(one) && !except.includes(one)) chosen.push(one);
  }
  return chosen;
}
