import type { City } from '../city/city.ts';
import { type Opening, openingAt, parseHours } from '../city/office-hours.ts';
import type { Service } from '../language/vocabulary.ts';
import type { Office } from '../records/record-store.ts';

export interface OfficeView {
  office: Office;
  /** Null where no position is known on either side. */
  metres: number | null;
  /** Null where the hours are free text or absent. */
  opening: Opening | null;
}

/** More would not be read; the nearest or best-named come first. */
const MOST_OFFICES = 3;

export function nearestOffices(
  offices: readonly Office[],
  from: { lat: number; lon: number },
  city: City,
  now: Date,
): OfficeView[] {
  return offices
    .flatMap((office) =>
      office.lat === null || office.lon === null
        ? []
        : [{ ...view(office, city, now), metres: metresBetween(from, office.lat, office.lon) }],
    )
    .sort((a, b) => a.metres - b.metres)
    .slice(0, MOST_OFFICES);
}

/** Those that take a service; one without a list takes all. */
export function officesFor(service: Service, offices: readonly Office[]): Office[] {
  return offices.filter(({ services }) => services.length === 0 || services.includes(service));
}

/** The middle of what has a position; null when nothing has. */
export function middleOf(
  parts: readonly { lat?: number | null; lon?: number | null }[],
): { lat: number; lon: number } | null {
  const known = parts.flatMap(({ lat, lon }) => (lat == null || lon == null ? [] : [{ lat, lon }]));
  if (known.length === 0) return null;
  const mean = (of: (one: { lat: number; lon: number }) => number) =>
    known.reduce((sum, one) => sum + of(one), 0) / known.length;
  return { lat: mean(({ lat }) => lat), lon: mean(({ lon }) => lon) };
}

/** Nobody lives so far from an office of their city. */
const FAR_METRES = 100_000;

/** Whole kilometres to the nearest office from a place that is far from the city; null for any other. */
export function kilometresAway(
  offices: readonly Office[],
  from: { lat: number; lon: number },
): number | null {
  const distances = offices.flatMap(({ lat, lon }) =>
    lat === null || lon === null ? [] : [metresBetween(from, lat, lon)],
  );
  const nearest = Math.min(...distances);
  return distances.length > 0 && nearest > FAR_METRES ? Math.round(nearest / 10_000) * 10 : null;
}

export function officesOpenNow(offices: readonly Office[], city: City, now: Date): OfficeView[] {
  return offices
    .map((office) => view(office, city, now))
    .filter(({ opening }) => opening?.kind === 'open');
}

export function officesNamed(offices: readonly Office[], city: City, now: Date): OfficeView[] {
  return offices.slice(0, MOST_OFFICES).map((office) => view(office, city, now));
}

function view(office: Office, city: City, now: Date): OfficeView {
  const opening = office.hours ? openingAt(parseHours(office.hours), city.calendar, now) : null;
  return { office, metres: null, opening };
}

const EARTH_RADIUS_M = 6_371_000;

/** Great-circle distance, in whole metres. */
export function metresBetween(
  from: { lat: number; lon: number },
  lat: number,
  lon: number,
): number {
  const rad = Math.PI / 180;
  const dLat = (lat - from.lat) * rad;
  const dLon = (lon - from.lon) * rad;
  const a =
    Math.sin(dLat / 2) ** 2 +
    Math.cos(from.lat * rad) * Math.cos(lat * rad) * Math.sin(dLon / 2) ** 2;
  return Math.round(2 * EARTH_RADIUS_M * Math.asin(Math.sqrt(a)));
}
