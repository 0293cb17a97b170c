import { metresBetween } from '../../answers/offices.ts';
import { districtNamed, placesOf } from '../../understanding/address.ts';
import { findPlaces } from '../../understanding/places.ts';
import type { Exchange } from '../exchange.ts';
import type { BookingForm } from '../state.ts';

/**
 * The district a visit falls in: as written («منطقه ۲»), that of the nearest office to the pin, or that of
 * a street which the records know in one district only. Null: the citizen is asked.
 */
export async function districtOf(
  exchange: Exchange,
  form: Pick<BookingForm, 'address' | 'location'>,
): Promise<number | null> {
  const { records } = exchange.deps;
  const written = form.address ? districtNamed(form.address) : null;
  if (written !== null) {
    const districts = await records.districts();
    return districts.some(({ district }) => district === written) ? written : null;
  }
  if (form.location) return nearestDistrict(exchange, form.location);
  const places = form.address ? placesOf(form.address) : [];
  if (places.length === 0) return null;
  const streets = await records.streets();
  for (const place of places) {
    const found = findPlaces(place, streets, ({ name }) => name);
    const [only, ...others] = new Set(found.map(({ district }) => district));
    if (only !== undefined && others.length === 0) return only;
  }
  return null;
}

async function nearestDistrict(
  { deps }: Exchange,
  pin: { lat: number; lon: number },
): Promise<number | null> {
  let nearest: { district: number; metres: number } | null = null;
  for (const { district, lat, lon } of await deps.records.offices()) {
    if (district === null || lat === null || lon === null) continue;
    const metres = metresBetween(pin, lat, lon);
    if (!nearest || metres < nearest.metres) nearest = { district, metres };
  }
  return nearest?.district ?? null;
}
