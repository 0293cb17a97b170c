import type { IsoDate, RenovationCode, Role } from '../language/vocabulary.ts';
import type { Party, PropertyLevel } from '../records/record-store.ts';
import { mayGive, type Represented } from './represented.ts';
import { countsOn } from './roles.ts';
import type { Standing } from './standing.ts';

/** The properties a citizen can be answered about without typing a code. */
export type Known =
  | { kind: 'needs-mobile' }
  | { kind: 'needs-national-id' }
  | { kind: 'none' }
  | { kind: 'one'; property: HeldProperty }
  | { kind: 'several'; properties: HeldProperty[] };

export interface HeldProperty {
  code: RenovationCode;
  address: string;
  /** Null where only a request was made, on another's property. */
  district: number | null;
  level: PropertyLevel | null;
  /** The roles that count today; empty where only a request was made. */
  roles: Role[];
  /** The citizen's own requests. */
  requestNos: string[];
  /** Seen by a link of its owner alone. */
  represented?: true;
}

export function propertiesOf(standing: Standing, today: IsoDate): Known {
  if (standing.kind !== 'party' && standing.kind !== 'nobody') return standing;
  const own = standing.kind === 'party' ? heldBy(standing.party, today) : [];
  const properties = [...own, ...representedBeside(own, standing.represents ?? [], today)];
  const [property] = properties;
  if (!property) return { kind: 'none' };
  return properties.length === 1 ? { kind: 'one', property } : { kind: 'several', properties };
}

function representedBeside(
  own: readonly HeldProperty[],
  represents: readonly Represented[],
  today: IsoDate,
): HeldProperty[] {
  const seen = new Set(own.map(({ code }) => code));
  return represents.flatMap((one) => {
    const { code, address, district, level } = one;
    if (seen.has(code) || !mayGive(one.giverTitles, today)) return [];
    seen.add(code);
    return [{ code, address, district, level, roles: [], requestNos: [], represented: true }];
  });
}

function heldBy(party: Party, today: IsoDate): HeldProperty[] {
  const held = new Map<RenovationCode, HeldProperty>();
  for (const { code, address, district, level, role, ...period } of party.holdings) {
    if (!countsOn(period, today)) continue;
    const property = held.get(code);
    if (!property)
      held.set(code, { code, address, district, level, roles: [role], requestNos: [] });
    else if (!property.roles.includes(role)) property.roles.push(role);
  }
  for (const { code, address, requestNo } of party.applications) {
    const property = held.get(code);
    if (property) property.requestNos.push(requestNo);
    else {
      const unheld = { code, address, district: null, level: null, roles: [] };
      held.set(code, { ...unheld, requestNos: [requestNo] });
    }
  }
  return [...held.values()];
}
