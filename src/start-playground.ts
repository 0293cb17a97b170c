import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { City } from './city/city.ts';
import type { Config } from './config.ts';
import type { Database } from './database/database.ts';
import { PATHS } from './paths.ts';
import { createPlayground, type DemoCitizen, type Playground } from './playground/playground.ts';
import { importRecords } from './records/import/import-records.ts';
import type { KeyedHasher } from './records/keyed-hash.ts';
import type { RecordStore } from './records/record-store.ts';
import type { Tables } from './tables.ts';
import { say } from './wording/sentence.ts';
import type { Wording } from './wording/wording.ts';

/** Known to everyone, like the playground itself: it opens nothing but this process's own page. */
export const PLAYGROUND_TOKEN = '1:playground';

/** Loads the demo city on first use and opens the local Telegram with its citizens. */
export async function startPlayground(parts: {
  database: Database<Tables>;
  records: RecordStore;
  keyedHash: KeyedHasher;
  wording: Wording;
  city: Pick<City, 'name'>;
  config: Pick<Config, 'dataDir'>;
  now: () => Date;
}): Promise<Playground> {
  const { database, records, keyedHash, wording, city, config, now } = parts;
  if ((await records.recordedAt()) === null) {
    const how = { upsert: false, allowShrink: false, now };
    await importRecords({ database, dir: PATHS.demoCity, keyedHash, ...how });
  }
  return createPlayground({
    token: PLAYGROUND_TOKEN,
    botUsername: 'pasokh_demo_bot',
    botName: wording.plain(say('bot-name'), 'fa'),
    citizens: demoCitizens(),
    places: parse(readFileSync(join(PATHS.demoCity, 'places.yaml'), 'utf8')),
    cityName: city.name,
    chatsFile: join(config.dataDir, 'playground-chats.json'),
    now,
  });
}

export function demoCitizens(): DemoCitizen[] {
  return parse(readFileSync(join(PATHS.demoCity, 'citizens.yaml'), 'utf8'));
}
