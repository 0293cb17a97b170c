import type { IsoDate, Role } from '../language/vocabulary.ts';

/** Whether a role counts on a day: both its first and its last day belong to it. */
export function countsOn(
  period: { validFrom: IsoDate | null; validTo: IsoDate | null },
  today: IsoDate,
): boolean {
  const begun = period.validFrom === null || period.validFrom <= today;
  const ended = period.validTo !== null && period.validTo < today;
  return begun && !ended;
}

/** Who may let others see a property, and sees all of its file at L3. */
export function holdsTitle(roles: readonly Role[]): boolean {
  return roles.some((role) => role === 'owner' || role === 'heir' || role === 'attorney');
}
