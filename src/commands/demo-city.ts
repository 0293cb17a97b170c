import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { City } from '../city/city.ts';
import { loadCity } from '../city/load-city.ts';
import { isoOfJalali } from '../language/jalali.ts';
import { SERVICES, type Service } from '../language/vocabulary.ts';
import { demoCityFiles } from '../records/demo-city/demo-city.ts';
import { lexiconFile } from '../records/demo-city/lexicon.ts';
import { storiesFile } from '../records/demo-city/story.ts';
import type { StagesByService } from '../records/demo-city/write-requests.ts';

const CITY = join(import.meta.dirname, '../../city');
/** Saturday 30 Aban 1405. The files are committed, so they must not depend on when they were made. */
const AS_OF = isoOfJalali(1405, 8, 30)!;

/** The demo city's records files by name, made of the words and stories in `city/demo/`. */
export async function makeDemoCity(): Promise<Record<string, string>> {
  const yaml = async (name: string) => parse(await readFile(join(CITY, 'demo', name), 'utf8'));
  const city = await loadCity(CITY);
  return demoCityFiles({
    asOf: AS_OF,
    lexicon: lexiconFile.parse(await yaml('names.yaml')),
    stories: storiesFile.parse(await yaml('stories.yaml')),
    stages: stagesOf(city.services),
  });
}

function stagesOf(services: City['services']): StagesByService {
  const stages: Partial<Record<Service, StagesByService[Service]>> = {};
  for (const service of SERVICES) stages[service] = services[service].stages;
  return stages as StagesByService;
}

if (import.meta.main) {
  for (const [name, text] of Object.entries(await makeDemoCity())) {
    await writeFile(join(CITY, 'demo', `${name}.csv`), text);
  }
}
