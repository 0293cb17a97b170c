import { randomBytes } from 'node:crypto';
import type { Logger } from 'pino';
import { isTalkOpen } from './bot/operator-topics.ts';
import { keptOf } from './citizen-data.ts';
import type { City } from './city/city.ts';
import { createComplaints } from './complaints/create-complaints.ts';
import { composeLastResort } from './compose-last-resort.ts';
import type { Config } from './config.ts';
import type { Database } from './database/database.ts';
import { createTakeTurn } from './dialogue/take-turn.ts';
import type { TakeTurn } from './dialogue/turn.ts';
import type { Identity } from './identity/create-identity.ts';
import { createRepresentatives } from './identity/representatives.ts';
import type { Shahkar } from './identity/shahkar.ts';
import { createInspections } from './inspections/create-inspections.ts';
import type { KeyedHash, RenovationCode } from './language/vocabulary.ts';
import { topicsToldTo } from './notifications/topics-told.ts';
import { cacheFolder, PATHS } from './paths.ts';
import type { KeyedHasher } from './records/keyed-hash.ts';
import type { RecordStore } from './records/record-store.ts';
import type { SmsCodes } from './sms/create-sms-codes.ts';
import type { Hearing } from './speech/hearing.ts';
import type { Tables } from './tables.ts';
import { loadTrained } from './understanding/create-understander.ts';
import type { ModelCall } from './understanding/last-resort.ts';
import { createMask } from './understanding/mask.ts';
import { maskVocabulary } from './understanding/masking/vocabulary.ts';
import { reader } from './understanding/reader.ts';
import type { Wording } from './wording/wording.ts';

/** The conversation over this process's database and records: `app.ts`'s part for `dialogue/`. */
export async function composeTurn(parts: {
  config: Config;
  database: Database<Tables>;
  records: RecordStore;
  /** Absent where changes of the records always become known. */
  tellsChanges?: () => Promise<boolean>;
  identity: Identity;
  city: City;
  keyedHash: KeyedHasher;
  everyCodeHash: (code: RenovationCode) => KeyedHash[];
  wording: Wording;
  /** The address that opens the bot with this text. */
  startLink: (payload: string) => string;
  /** Absent unless the operator has an adapter of their own. */
  shahkar?: Shahkar;
  /** Null while no gateway is set. */
  sms: { codes: SmsCodes } | null;
  /** Null, or absent, while no speech server is set. */
  hearing?: Hearing | null;
  logger: Logger;
  /** Told of every call of the language model. */
  onModelCall?: (call: ModelCall) => void;
}): Promise<TakeTurn> {
  const { config, records, identity, city, keyedHash, wording, hearing, logger } = parts;
  const { startLink, sms } = parts;
  const { db } = parts.database;
  const trained = await loadTrained({
    intentsDir: PATHS.intents,
    cacheDir: cacheFolder(config.dataDir),
  });
  const understander = reader(trained);
  const lastResort = composeLastResort({
    config,
    database: parts.database,
    titleOf: understander.titleOf,
    logger,
    onCall: parts.onModelCall,
  });
  return createTakeTurn({
    records,
    ...(parts.tellsChanges && { tellsChanges: parts.tellsChanges }),
    identity,
    inspections: createInspections({
      db,
      inspectors: (district) => records.inspectors(district),
      calendar: city.calendar,
      rules: city.booking,
    }),
    complaints: createComplaints({ db }),
    everyCodeHash: parts.everyCodeHash,
    keptOf: (citizenId, now) => keptOf(db, citizenId, now),
    topicsToldTo: (citizenId, code) => topicsToldTo(db, citizenId, code),
    ...(config.operatorsChatId !== undefined && {
      operators: { isOpen: (citizenId) => isTalkOpen(db, citizenId) },
    }),
    representatives: createRepresentatives({
      db,
      everyCodeHash: parts.everyCodeHash,
      startLink,
    }),
    ...(parts.shahkar && { shahkar: parts.shahkar }),
    ...(sms && { smsCodes: sms.codes }),
    ...(hearing && { hearing }),
    understander,
    mask: createMask(maskVocabulary(trained.classifier.known.keys())),
    ...(lastResort && { lastResort }),
    city,
    keyedHash,
    labels: wording.everywhere,
    randomBytes,
  });
}
