import type { Generated } from 'kysely';
import type { KeyedHash, RenovationCode } from '../language/vocabulary.ts';

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
  'bot.former_proofs': {
    mobile_hash: KeyedHash;
    first_proven_at: Date;
  };
  'bot.grants': {
    id: string;
    code: RenovationCode;
    giver_id: string;
    giver_hash: KeyedHash;
    giver_mobile_hash: KeyedHash;
    token_hash: string;
    days: number;
    given_at: Date;
    opens_until: Date;
    opened_by: string | null;
    accepted_at: Date | null;
    ends_at: Date | null;
    taken_back_at: Date | null;
  };
  'bot.misses': {
    id: Generated<number>;
    citizen_id: string;
    what: Miss;
    at: Date;
    object_hash: KeyedHash | null;
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
    roles: Generated<string[]>;
  };
  'bot.audit_seals': {
    number: number;
    through_id: number;
    row_count: number;
    sealed_at: Date;
    key_mark: string;
    seal: string;
  };
  'bot.erasures': {
    account_hash: string;
    at: Date;
  };
  'bot.pii_key': {
    is_only: Generated<boolean>;
    mark: string;
    since: Date;
  };
}

export type Miss = 'code' | 'national-id';
