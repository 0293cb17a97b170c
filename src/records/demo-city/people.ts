import type { CityFiles } from './city-files.ts';
import { demoLegalId, demoMobile, demoNationalId } from './identifiers.ts';
import type { Lexicon } from './lexicon.ts';
import type { Random } from './random.ts';

const FIRST_SERIAL = 1_000;
/** The numbers below are the playground citizens' and the staff's. */
const FIRST_MOBILE = 2_001;
/** Some parties have no mobile on file, or share one with their family. */
const WITHOUT_MOBILE = 0.08;
const SHARED_MOBILE = 0.03;

/** Writes so many people, and every legal person of the lexicon; returns their national ids. */
export function writePeople(
  files: CityFiles,
  lexicon: Lexicon,
  random: Random,
  count: number,
): { people: string[]; companies: string[] } {
  const people: string[] = [];
  let mobile = FIRST_MOBILE - 1;
  for (let i = 0; i < count; i++) {
    const national_id = demoNationalId(FIRST_SERIAL + i * 7);
    const given = random.pick(
      random.chance(0.5) ? lexicon.firstNames.women : lexicon.firstNames.men,
    );
    if (i === 0 || !random.chance(SHARED_MOBILE)) mobile++;
    const row = { national_id, name: `${given} ${random.pick(lexicon.familyNames)}` };
    files.add(
      'parties',
      random.chance(WITHOUT_MOBILE) ? row : { ...row, mobile: demoMobile(mobile) },
    );
    people.push(national_id);
  }
  const companies = lexicon.legalNames.map((name, i) => {
    const national_id = demoLegalId(1 + i * 11);
    files.add('parties', { national_id, name });
    return national_id;
  });
  return { people, companies };
}
