import type { ChargeAccount, IsoDate, Role } from '../language/vocabulary.ts';
import type { PropertyFile } from '../records/record-store.ts';
import type { Giver } from './grants.ts';
import type { Represented } from './represented.ts';
import { countsOn, holdsTitle } from './roles.ts';
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
  /** When the owner's leave to look ends, where nothing but that opens the file. */
  representsUntil: Date | null;
}

const NO_ACCESS: Access = {
  level: 0,
  roles: [],
  facts: new Set(),
  accounts: new Set(),
  applicantOf: new Set(),
  representsUntil: null,
};

/** Tries a standing against the file itself, as it is on record now. */
export function accessTo(file: PropertyFile, standing: Standing, today: IsoDate): Access {
  if (standing.kind !== 'party' && standing.kind !== 'nobody') return NO_ACCESS;
  const { roles, ownRequests } = ownAccess(file, standing, today);
  const representsUntil = representedUntil(file, standing.represents ?? [], today);
  const asked: AccessRole[] = [...roles];
  if (ownRequests.length > 0) asked.push('applicant');
  if (representsUntil) asked.push('representative');
  if (asked.length === 0) return NO_ACCESS;
  const level = standing.kind === 'party' ? standing.level : 2;
  return {
    level,
    roles,
    ...allowed(asked, level),
    applicantOf: new Set(ownRequests),
    representsUntil: holdsTitle(roles) ? null : representsUntil,
  };
}

/** What the citizen's own party opens: its roles that count today and the requests it applied for. */
function ownAccess(
  file: PropertyFile,
  standing: Standing,
  today: IsoDate,
): { roles: Role[]; ownRequests: string[] } {
  if (standing.kind !== 'party') return { roles: [], ownRequests: [] };
  const { mobileHash } = standing;
  const { nationalIdHash } = standing.party;
  const roles = rolesOf(file, { nationalIdHash, mobileHash }, today);
  const ownRequests = file.requests
    .filter(
      (request) =>
        request.applicantNationalIdHash === nationalIdHash &&
        request.applicantMobileHash === mobileHash,
    )
    .map((request) => request.requestNo);
  return { roles: [...new Set(roles)], ownRequests };
}

function rolesOf(file: PropertyFile, party: Giver, today: IsoDate): Role[] {
  return file.parties
    .filter((one) => one.nationalIdHash === party.nationalIdHash)
    .filter((one) => one.mobileHash === party.mobileHash && countsOn(one, today))
    .map((one) => one.role);
}

/** Null unless whoever gave the leave still holds a title by this very file. */
function representedUntil(
  file: PropertyFile,
  represents: readonly Represented[],
  today: IsoDate,
): Date | null {
  const ends = represents
    .filter(({ code, giver }) => code === file.code && holdsTitle(rolesOf(file, giver, today)))
    .map(({ until }) => until.getTime());
  return ends.length > 0 ? new Date(Math.max(...ends)) : null;
}
