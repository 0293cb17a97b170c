import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Logger } from 'pino';
import type { City } from './city/city.ts';
import type { Config } from './config.ts';
import type { Database } from './database/database.ts';
import type { Metrics } from './metrics.ts';
import { type Rounds, startRounds } from './notifications/rounds.ts';
import type { RecordStore } from './records/record-store.ts';
import { createSmsCodes, type SmsCodes } from './sms/create-sms-codes.ts';
import { httpSmsGateway } from './sms/http-gateway.ts';
import { createSmsSecrets } from './sms/secrets.ts';
import { sendDueCodes } from './sms/send-due-codes.ts';
import type { SendSms } from './sms/send-sms.ts';
import type { SmsTables } from './sms/tables.ts';
import type { Tables } from './tables.ts';
import { say } from './wording/sentence.ts';
import type { Wording } from './wording/wording.ts';

/** Often enough that a code is there before its citizen wonders. */
const SENT_EVERY_MS = 1_000;

interface Gateway {
  url: string;
  token?: string | undefined;
}

export interface Sms {
  codes: SmsCodes;
  /** Sends, round after round; any number of processes may. */
  startSending(): Rounds;
}

/** Codes by SMS over this process's database; null where no gateway is set and own contact is the only proof. */
export function composeSms(parts: {
  config: Pick<Config, 'smsUrl' | 'smsToken'>;
  /** The playground's address, when it runs: it has phones of its own. */
  playground: string | null;
  piiKey: string;
  database: Database<Tables>;
  records: RecordStore;
  city: City;
  wording: Wording;
  logger: Logger;
  now: () => Date;
  metrics: Pick<Metrics, 'call'>;
}): Sms | null {
  const gateway = gatewayOf(parts);
  if (!gateway) return null;
  const { piiKey, records, city, wording, logger, now, metrics } = parts;
  const db = parts.database.db as unknown as Kysely<SmsTables>;
  const secrets = createSmsSecrets(piiKey);
  const sender = {
    db,
    records,
    secrets,
    send: counted(httpSmsGateway(gateway), metrics),
    textOf: (code: string, locale: 'fa' | 'en') =>
      wording.plain(say('sms-text', { city: city.name, code }), locale),
    now,
    onFailure(error: unknown, outcome: 'later' | 'refused') {
      if (outcome === 'refused') logger.error('the SMS gateway refused a message');
      else logger.error({ err: error }, 'a code waits for the SMS gateway');
    },
  };
  return {
    codes: createSmsCodes({ db, secrets, randomBytes }),
    startSending: () =>
      startRounds({
        everyMs: SENT_EVERY_MS,
        work: (signal) => sendDueCodes(sender, signal),
        onFailure: (error) => logger.error({ err: error }, 'codes wait for their next round'),
      }),
  };
}

function counted(send: SendSms, metrics: Pick<Metrics, 'call'>): SendSms {
  return async (sms, signal) => {
    const outcome = await send(sms, signal).catch((error) => {
      metrics.call('sms', 'failed');
      throw error;
    });
    metrics.call('sms', outcome === 'accepted' ? 'ok' : outcome);
    return outcome;
  };
}

function gatewayOf({
  config,
  playground,
}: {
  config: Pick<Config, 'smsUrl' | 'smsToken'>;
  playground: string | null;
}): Gateway | null {
  if (playground) return { url: `${playground}/playground/sms` };
  return config.smsUrl ? { url: config.smsUrl, token: config.smsToken } : null;
}
