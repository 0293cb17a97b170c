import type { KeyedHash } from '../language/vocabulary.ts';
import type { Grant } from './grants.ts';
import type { IdentityLimits } from './limits.ts';
import type { Proofs, ProvenMobile } from './proofs.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** What was recorded of an account and the mobile it proved last. */
export interface RecordedProofs {
  mobile: ProvenMobile;
  reused: boolean;
  nationalIdHash: KeyedHash | null;
  partyProvenAt: Date | null;
  grants: readonly Grant[];
}

/** What of it still counts at that moment. */
export function judgeProofs(recorded: RecordedProofs, limits: IdentityLimits, now: Date): Proofs {
  const { mobile, reused, nationalIdHash, partyProvenAt, grants } = recorded;
  const within = (since: Date | null, ms: number) =>
    since !== null && now.getTime() - since.getTime() <= ms;
  const current = within(mobile.provenAt, limits.mobileDays * DAY_MS);
  const named = current && within(partyProvenAt, limits.mobileDays * DAY_MS);
  return {
    mobile,
    current,
    reused,
    party: named ? nationalIdHash : null,
    strong: named && within(partyProvenAt, limits.nationalIdHours * HOUR_MS),
    grants,
  };
}
