import type { Kysely } from 'kysely';
import type { KeyedHash } from '../language/vocabulary.ts';
import { restingUntil } from './guessing.ts';
import { IDENTITY_LIMITS, type IdentityLimits } from './limits.ts';
import { type Looks, looksAt } from './looks.ts';
import { coolingDown, nationalIdTriesLeft } from './misses.ts';
import type { Proofs, ProvenMobile } from './proofs.ts';
import { proofsAfter } from './proofs-after.ts';
import { readProofs } from './read-proofs.ts';
import type { IdentityTables } from './tables.ts';

export interface Identity {
  proofsOf(citizenId: string, now: Date): Promise<Proofs>;
  /** What it will have proven once this mobile is recorded as its own. */
  proofsAfter(
    citizenId: string,
    mobile: Pick<ProvenMobile, 'hash' | 'masked'>,
    now: Date,
  ): Promise<Proofs>;
  /** Until when no code is looked up for this account; null when it may ask. */
  coolingDown(citizenId: string, now: Date): Promise<Date | null>;
  nationalIdTriesLeft(citizenId: string, now: Date): Promise<number>;
  /** Until when a record that many accounts were wrong about is at rest for strangers; null when it isn't. */
  restingUntil(
    asked: { objectHash: KeyedHash; citizenId: string },
    now: Date,
  ): Promise<Date | null>;
  /** Who was shown something of these properties of late. */
  looksAt(
    asked: { objectHashes: readonly KeyedHash[]; citizenId: string },
    now: Date,
  ): Promise<Looks>;
}

export function createIdentity(dependencies: {
  db: Kysely<IdentityTables>;
  limits?: Partial<IdentityLimits>;
}): Identity {
  const { db } = dependencies;
  const limits = { ...IDENTITY_LIMITS, ...dependencies.limits };
  return {
    proofsOf: readProofs(db, limits),
    proofsAfter: (citizenId, mobile, now) => proofsAfter(db, limits, citizenId, mobile, now),
    coolingDown: (citizenId, now) => coolingDown(db, limits, citizenId, now),
    nationalIdTriesLeft: (citizenId, now) => nationalIdTriesLeft(db, limits, citizenId, now),
    looksAt: (asked, now) => looksAt(db, asked, now),
    restingUntil: (asked, now) => restingUntil(db, limits, asked, now),
  };
}
