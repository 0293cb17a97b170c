import type { Kysely } from 'kysely';
import type { Database } from '../../src/database/database.ts';
import type { RecordStore } from '../../src/records/record-store.ts';
import { createSmsCodes, type SmsCodes } from '../../src/sms/create-sms-codes.ts';
import { createSmsSecrets } from '../../src/sms/secrets.ts';
import { sendDueCodes } from '../../src/sms/send-due-codes.ts';
import type { Sms } from '../../src/sms/send-sms.ts';
import type { SmsTables } from '../../src/sms/tables.ts';
import type { Tables } from '../../src/tables.ts';

/** A gateway that delivers at once, and what it has delivered. */
export interface Phone {
  codes: SmsCodes;
  /** While it is down nothing is delivered. */
  isDown: boolean;
  /** Sends what is due; returns what has come. */
  receives(now: Date): Promise<Sms[]>;
  lastCode(): string;
}

export function createPhone(parts: {
  database: Database<Tables>;
  records: RecordStore;
  piiKey: string;
  randomBytes: (count: number) => Uint8Array;
}): Phone {
  const { database, records, piiKey, randomBytes } = parts;
  const db = database.db as unknown as Kysely<SmsTables>;
  const secrets = createSmsSecrets(piiKey);
  const all: Sms[] = [];
  const phone: Phone = {
    codes: createSmsCodes({ db, secrets, randomBytes }),
    isDown: false,
    async receives(now) {
      const before = all.length;
      await sendDueCodes(
        {
          ...{ db, records, secrets },
          async send(sms) {
            if (phone.isDown) return 'refused';
            all.push(sms);
            return 'accepted';
          },
          textOf: (code) => code,
          now: () => now,
          onFailure: () => {},
        },
        new AbortController().signal,
      );
      return all.slice(before);
    },
    lastCode: () => all.at(-1)?.text ?? 'no code has come',
  };
  return phone;
}
