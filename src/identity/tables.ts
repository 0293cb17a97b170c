import type { Generated } from 'kysely';
import type { KeyedHash } from '../language/vocabulary.ts';

export interface IdentityTables {
  'bot.proofs': {
    citizen_id: string;
    mobile_hash: KeyedHash;
    mobile_masked: string;
    first_proven_at: Date;
    proven_at: Date;
    national_id_hash: KeyedHash | null;
    party_proven_at: Date | null;
  };
  'bot.misses': {
    id: Generated<number>;
    citizen_id: string;
    what: Miss;
    at: Date;
  };
  'bot.pseudonyms': {
    citizen_id: string;
    pseudonym: Generated<string>;
  };
  'bot.audit': {
    id: Generated<number>;
    pseudonym: string;
    at: Date;
    intent: string;
    outcome: string;
    object_hash: KeyedHash | null;
    facts: string[];
  };
}

export type Miss = 'code' | 'national-id';
