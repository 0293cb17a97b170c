import { turnedRound } from '../language/renovation-code.ts';
import type { RenovationCode } from '../language/vocabulary.ts';
import type { Exchange } from './exchange.ts';

/**
 * The code from its other end, when it begins with no district of the city and ends with one: it was copied from a
 * right-to-left screen. Null for any other; whose it is plays no part.
 */
export async function turnedInCity(
  { deps }: Exchange,
  code: RenovationCode,
): Promise<RenovationCode | null> {
  const turned = turnedRound(code);
  if (!turned) return null;
  const districts = await deps.records.districts();
  const lies = (each: RenovationCode) =>
    districts.some(({ district }) => district === Number(each.split('-', 1)[0]));
  return !lies(code) && lies(turned) ? turned : null;
}
