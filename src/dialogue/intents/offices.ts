import {
  nearestOffices,
  type OfficeView,
  officesNamed,
  officesOpenNow,
} from '../../answers/offices.ts';
import { openingAt } from '../../city/office-hours.ts';
import { findPlaces } from '../../understanding/places.ts';
import { type Sentence, say } from '../../wording/sentence.ts';
import { menu } from '../buttons.ts';
import type { Exchange } from '../exchange.ts';
import type { Reply } from '../turn.ts';
import type { GeneralHandler } from './handler.ts';

export const officesIntent: GeneralHandler = {
  needs: 'nothing',
  async answer(exchange, { place }) {
    const offices = await exchange.deps.records.offices();
    if (!place) return [askWhere(exchange, openNow(exchange, offices))];
    const names = findPlaces(place, offices, ({ name, address }) => `${name} ${address}`);
    if (names.length === 0) {
      return [askWhere(exchange, [say('office-unknown', { name: place })])];
    }
    return [found(say('offices-found'), officesNamed(names, exchange.deps.city, exchange.now))];
  },
};

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

function askWhere(exchange: Exchange, first: Sentence[]): Reply {
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
