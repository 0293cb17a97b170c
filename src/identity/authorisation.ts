import type { ChargeAccount, IsoDate, Role } from '../language/vocabulary.ts';
import type { PropertyFile } from '../records/record-store.ts';
import { countsOn } from './roles.ts';
import { type AccessRole, allowed, type Fact } from './rules.ts';
import type { Standing } from './standing.ts';

export type { Fact } from './rules.ts';

/** What one citizen may see of one file today. */
export interface Access {
  /** 0: nothing of this file, whatever else the citizen has proven. */
  level: 0 | 2 | 3;
  /** The roles that count today. */
  roles: readonly Role[];
  facts: ReadonlySet<Fact>;
  /** The accounts whose debts, bills and payments may be shown. */
  accounts: ReadonlySet<ChargeAccount>;
  /** Numbers of the citizen's own requests on this file. */
  applicantOf: ReadonlySet<string>;
}

const NO_ACCESS: Access = {
  level: 0,
  roles: [],
  facts: new Set(),
  accounts: new Set(),
  applicantOf: new Set(),
};

/** Tries a standing against the file itself, as it is on record now. */
export function accessTo(file: PropertyFile, standing: Standing, today: IsoDate): Access {
  if (standing.kind !== 'party') return NO_ACCESS;
  const { level, mobileHash } = standing;
  const { nationalIdHash } = standing.party;
  const roles = file.parties
    .filter((party) => party.nationalIdHash === nationalIdHash && party.mobileHash === mobileHash)
    .filter((party) => countsOn(party, today))
    .map((party) => party.role);
  const ownRequests = file.requests.filter(
    (request) =>
      request.applicantNationalIdHash === nationalIdHash &&
      request.applicantMobileHash === mobileHash,
  );
  if (roles.length === 0 && ownRequests.length === 0) return NO_ACCESS;
  const asked: AccessRole[] = ownRequests.length > 0 ? [...roles, 'applicant'] : roles;
  return {
    level,
    roles: [...new Set(roles)],
    ...allowed(asked, level),
    applicantOf: new Set(ownRequests.map((request) => request.requestNo)),
  };
}
