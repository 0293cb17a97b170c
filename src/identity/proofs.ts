import type { KeyedHash } from '../language/vocabulary.ts';
import type { Grant } from './grants.ts';

/** What an account has proven, judged at one moment; whether it opens a file, the records decide. */
export interface Proofs {
  /** Own contact, however old: enough for own inspections (L1). */
  mobile: ProvenMobile | null;
  /** That contact is recent enough to open files under its mobile (L2). */
  current: boolean;
  /** Another account has proven this mobile before, so the number may have changed hands. */
  reused: boolean;
  /** The party this account named by its national id, while L2 lasts. */
  party: KeyedHash | null;
  /** The national id was given recently enough for L3. */
  strong: boolean;
  /** Properties of others that a link lets this account see at that moment. */
  grants: readonly Grant[];
}

export interface ProvenMobile {
  hash: KeyedHash;
  masked: string;
  provenAt: Date;
}

export const NO_PROOFS: Proofs = {
  mobile: null,
  current: false,
  reused: false,
  party: null,
  strong: false,
  grants: [],
};
