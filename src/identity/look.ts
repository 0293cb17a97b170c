import type { IsoDate, RenovationCode } from '../language/vocabulary.ts';
import type { PropertyFile, RecordStore } from '../records/record-store.ts';
import { type Access, accessTo } from './authorisation.ts';
import { propertiesOf } from './properties.ts';
import type { Standing } from './standing.ts';

export type Look =
  | { kind: 'file'; file: PropertyFile; access: Access }
  /** Not on record, or not for this citizen: nobody is told which, by words or by time. */
  | { kind: 'not-shown' };

/**
 * Fetches a property's file for a citizen, by its code or by a request on it. A code that is not
 * among the citizen's own leads to no look-up at all, so an unknown code and another's cost the same.
 * A request is shown by its number only to those who may see that very request.
 */
export async function look(
  records: RecordStore,
  standing: Standing,
  asked: { code: RenovationCode } | { requestNo: string },
  today: IsoDate,
): Promise<Look> {
  const code = 'code' in asked ? asked.code : await records.codeOfRequest(asked.requestNo);
  if (code === null || !isAmongOwn(code, standing, today)) return { kind: 'not-shown' };
  const file = await records.propertyFile(code);
  if (!file) return { kind: 'not-shown' };
  const access = accessTo(file, standing, today);
  const allowed = 'code' in asked ? access.level > 0 : maySeeRequest(access, asked.requestNo);
  return allowed ? { kind: 'file', file, access } : { kind: 'not-shown' };
}

function isAmongOwn(code: RenovationCode, standing: Standing, today: IsoDate): boolean {
  const known = propertiesOf(standing, today);
  if (known.kind === 'one') return known.property.code === code;
  return known.kind === 'several' && known.properties.some((property) => property.code === code);
}

function maySeeRequest(access: Access, requestNo: string): boolean {
  return access.facts.has('requests') || access.applicantOf.has(requestNo);
}
