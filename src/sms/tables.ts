import type { Generated } from 'kysely';
import type { KeyedHash } from '../language/vocabulary.ts';

export interface SmsTables {
  'bot.sms_codes': {
    id: string;
    citizen_id: string;
    mobile_hash: KeyedHash;
    code_hash: string;
    asked_at: Date;
    expires_at: Date;
    released_at: Date | null;
    tries: Generated<number>;
    ended_at: Date | null;
  };
  'bot.sms_outbox': {
    code_id: string;
    mobile_hash: KeyedHash;
    /** A mobile and its code, see `createSmsSecrets`. */
    sealed: string;
    locale: 'fa' | 'en';
    expires_at: Date;
    due_at: Date;
    attempts: Generated<number>;
  };
}
