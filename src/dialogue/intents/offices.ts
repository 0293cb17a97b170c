import {
  middleOf,
  nearestOffices,
  type OfficeView,
  officesFor,
  officesNamed,
  officesOpenNow,
} from '../../answers/offices.ts';
import { openingAt } from '../../city/office-hours.ts';
import type { Office } from '../../records/record-store.ts';
import { findPlaces } from '../../understanding/places.ts';
import { type Sentence, say } from '../../wording/sentence.ts';
import { menu, SERVICE_NAMES } from '../buttons.ts';
import type { Exchange } from '../exchange.ts';
import type { Reply } from '../turn.ts';
import type { GeneralHandler } from './handler.ts';

export const officesIntent: GeneralHandler = {
  needs: 'nothing',
  async answer(exchange, { place, service }) {
    const { deps, now } = exchange;
    const all = await deps.records.offices();
    const offices = service ? officesFor(service, all) : all;
    if (!place) {
      const title = service ? [say('offices-for', { service: SERVICE_NAMES[service] })] : [];
      return [askWhere(exchange, [...title, ...openNow(exchange, offices)])];
    }
    const names = findPlaces(place, offices, ({ name, address }) => `${name} ${address}`);
    if (names.length > 0) return [found(say('offices-found'), officesNamed(names, deps.city, now))];
    const near = await nearStreet(exchange, place, offices);
    return [near ?? askWhere(exchange, [say('office-unknown', { name: place })])];
  },
};

/** A whole sentence resembles some street or other. */
const MOST_STREET_WORDS = 4;

/** Near the street as far as the records know where it lies, and otherwise those of its district. */
async function nearStreet(
  { deps, now }: Exchange,
  place: string,
  offices: readonly Office[],
): Promise<Reply | null> {
  if (place.split(/\s+/).length > MOST_STREET_WORDS) return null;
  const streets = findPlaces(place, await deps.records.streets(), ({ name }) => name);
  const [best] = streets;
  if (!best) return null;
  const parts = streets.filter(({ name }) => name === best.name);
  const middle = middleOf(parts);
  const near = middle ? nearestOffices(offices, middle, deps.city, now) : [];
  if (near.length > 0) return found(say('offices-near', { place: best.name }), near);
  const districts = parts.map(({ district }) => district);
  const own = offices.filter(({ district }) => district !== null && districts.includes(district));
  if (own.length === 0) return null;
  const title = say('offices-of-district', { place: best.name, district: best.district });
  return found(title, officesNamed(own, deps.city, now));
}

/** The nearest offices to a pin the citizen sent. */
export async function officesNear(
  exchange: Exchange,
  pin: { lat: number; lon: number },
): Promise<Reply[]> {
  const { deps, now } = exchange;
  const views = nearestOffices(await deps.records.offices(), pin, deps.city, now);
  if (views.length === 0) return [{ lines: [municipality(exchange)], buttons: menu() }];
  return [found(say('offices-nearest'), views)];
}

function openNow(
  { deps, now }: Exchange,
  offices: Awaited<ReturnType<Exchange['deps']['records']['offices']>>,
): Sentence[] {
  const open = officesOpenNow(offices, deps.city, now).slice(0, 3);
  return open.length === 0
    ? [say('offices-none-open')]
    : [say('offices-open-now'), ...open.flatMap(officeLines)];
}

export function askWhere(exchange: Exchange, first: Sentence[]): Reply {
  exchange.state.expecting = 'office';
  return {
    lines: [municipality(exchange), ...first, say('offices-ask')],
    keyboard: {
      kind: 'ask-location',
      labels: { send: say('button-send-location'), others: [say('button-cancel-step')] },
    },
  };
}

export function municipality({ deps: { city }, now }: Exchange): Sentence {
  const opening = openingAt(city.hours, city.calendar, now);
  const who = { city: city.name, phone: city.phone };
  if (opening?.kind === 'open') return say('municipality-open', { ...who, until: opening.until });
  if (opening?.next) {
    const { day, from } = opening.next;
    return say('municipality-opens', { ...who, day, time: from });
  }
  return say('municipality-phone', who);
}

function found(title: Sentence, views: OfficeView[]): Reply {
  const [first] = views;
  const pin =
    first && first.office.lat !== null && first.office.lon !== null
      ? { lat: first.office.lat, lon: first.office.lon }
      : null;
  return {
    lines: [title, ...views.flatMap(officeLines)],
    ...(first &&
      pin && { venue: { ...pin, title: first.office.name, address: first.office.address } }),
    keyboard: { kind: 'none' },
  };
}

function officeLines({ office, metres, opening }: OfficeView): Sentence[] {
  const { name, address, district } = office;
  const lines: Sentence[] = [
    district === null
      ? say('office-line', { name, address })
      : say('office-line-district', { name, address, district }),
  ];
  if (metres !== null) lines.push(distance(metres));
  if (opening?.kind === 'open') lines.push(say('office-open', { until: opening.until }));
  else if (opening?.kind === 'closed' && opening.next) {
    lines.push(say('office-opens', { day: opening.next.day, time: opening.next.from }));
  } else if (office.hours) lines.push(say('office-hours', { hours: office.hours }));
  if (office.phone) lines.push(say('office-phone', { phone: office.phone }));
  return lines;
}

function distance(metres: number): Sentence {
  if (metres < 1000)
    return say('office-distance-m', { metres: Math.round(metres / 50) * 50 || 50 });
  return say('office-distance-km', { kilometres: Math.round(metres / 100) / 10 });
}
