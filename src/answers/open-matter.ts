import type { Access } from '../identity/authorisation.ts';
import type { PropertyFile, Violation } from '../records/record-store.ts';

/** A violation that nobody has settled or removed yet, decided upon or not. */
export function isOpenViolation({ status }: Violation): boolean {
  return status === 'open' || status === 'in-commission';
}

export function hasOpenMatter(file: PropertyFile): boolean {
  return file.violations.some(isOpenViolation);
}

/** An open matter stands in the way, and this citizen may know that much; never which one. */
export function mayHearOfOpenMatter(file: PropertyFile, access: Access): boolean {
  return access.facts.has('blocked') && hasOpenMatter(file);
}
