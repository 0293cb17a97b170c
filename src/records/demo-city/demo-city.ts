import type { IsoDate } from '../../language/vocabulary.ts';
import type { FileName } from '../import/file-spec.ts';
import { createCityFiles, jalaliText } from './city-files.ts';
import type { Making } from './demo-property.ts';
import type { Lexicon } from './lexicon.ts';
import { writePeople } from './people.ts';
import { createRandom } from './random.ts';
import type { Stories } from './story.ts';
import { writeCertificates } from './write-certificates.ts';
import { writeCharges } from './write-charges.ts';
import { writeOwnership } from './write-ownership.ts';
import { writeProperties } from './write-properties.ts';
import { type StagesByService, writeRequests } from './write-requests.ts';
import { writeStories } from './write-stories.ts';
import { writeViolationsAndHolds } from './write-violations.ts';

const SEED = 1405_08_30;
const PLOTS_PER_DISTRICT = 46;
const PEOPLE = 279;

/**
 * The records files of a city that does not exist, the same on every machine: districts and offices,
 * some 400 properties, 300 people, every service and stage, and the situations of the playground's citizens.
 *
 * @param asOf the day the files were exported; nothing in them is later except deadlines
 */
export function demoCityFiles(from: {
  asOf: IsoDate;
  lexicon: Lexicon;
  stories: Stories;
  stages: StagesByService;
}): Record<FileName, string> {
  const { asOf, lexicon, stories, stages } = from;
  const files = createCityFiles();
  const making: Making = { files, lexicon, asOf, random: createRandom(SEED) };
  for (const { district, name } of lexicon.districts) files.add('districts', { district, name });
  for (const office of lexicon.offices) files.add('offices', office);
  for (const member of lexicon.staff) files.add('staff', member);
  const taken = writeStories(files, stories, jalaliText(asOf));
  const parties = writePeople(files, lexicon, making.random, PEOPLE);
  const units = writeProperties(making, PLOTS_PER_DISTRICT, taken);
  const properties = writeOwnership(making, units, parties);
  writeCharges(making, properties);
  writeRequests(making, properties, stages);
  writeCertificates(making, properties);
  writeViolationsAndHolds(making, properties, { violations: 48, holds: 9 });
  return files.texts();
}
