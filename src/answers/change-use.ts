import type { City } from '../city/city.ts';
import type { Access } from '../identity/authorisation.ts';
import type { IsoDate } from '../language/vocabulary.ts';
import type { PropertyFile } from '../records/record-store.ts';
import { type Decision, decide } from './decision.ts';

export type ChangeUseAnswer =
  /** `landUse` is null where none is on record. */
  { kind: 'land-use'; landUse: string | null; decision: Decision } | { kind: 'not-permitted' };

/** The registered land use, which is always answered, and the way to another one. */
export function changeUse(
  file: PropertyFile,
  access: Access,
  city: City,
  today: IsoDate,
): ChangeUseAnswer {
  if (!access.facts.has('certificates')) return { kind: 'not-permitted' };
  const decision = decide('change-use', file, access, city, today);
  return { kind: 'land-use', landUse: file.landUse, decision };
}
