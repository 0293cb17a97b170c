import type { KeyedHash } from '../language/vocabulary.ts';
import type { Party, RecordStore } from '../records/record-store.ts';
import type { Proofs } from './proofs.ts';
import { type Represented, representedBy } from './represented.ts';

/** Who on record an account speaks for, tried against the records of this very moment. */
export type Standing =
  | { kind: 'needs-mobile' }
  /** The mobile alone does not tell who it is: several parties, or a number another account proved before. */
  | { kind: 'needs-national-id' }
  | { kind: 'nobody'; represents?: readonly Represented[] }
  | {
      kind: 'party';
      level: 2 | 3;
      mobileHash: KeyedHash;
      party: Party;
      /** Properties of others that owners let this account see; absent when there is none. */
      represents?: readonly Represented[];
    };

export async function standingOf(records: RecordStore, proofs: Proofs): Promise<Standing> {
  if (!proofs.mobile || !proofs.current) return { kind: 'needs-mobile' };
  const parties = await records.partiesByMobile(proofs.mobile.hash);
  const standing = judge(parties, proofs, proofs.mobile.hash);
  if (standing.kind === 'needs-national-id' || proofs.grants.length === 0) return standing;
  return { ...standing, represents: await representedBy(records, proofs.grants) };
}

/**
 * Whether a typed national id is that of a party on record with the proven mobile: if so it is proven,
 * if not it counts as a miss and is answered like any file that is not found.
 */
export async function matchNationalId(
  records: RecordStore,
  proofs: Proofs,
  nationalIdHash: KeyedHash,
): Promise<boolean> {
  if (!proofs.mobile || !proofs.current) return false;
  const parties = await records.partiesByMobile(proofs.mobile.hash);
  return parties.some((party) => party.nationalIdHash === nationalIdHash);
}

function judge(
  parties: readonly Party[],
  proofs: Proofs,
  mobileHash: KeyedHash,
): Extract<Standing, { kind: 'needs-national-id' | 'nobody' | 'party' }> {
  const named = parties.find((party) => party.nationalIdHash === proofs.party);
  if (named) return { kind: 'party', level: proofs.strong ? 3 : 2, mobileHash, party: named };
  const [only, ...others] = parties;
  if (!only) return { kind: 'nobody' };
  if (others.length > 0 || proofs.reused) return { kind: 'needs-national-id' };
  return { kind: 'party', level: 2, mobileHash, party: only };
}
