import type { IsoDate, RenovationCode, Role } from '../language/vocabulary.ts';
import type { PropertyLevel, RecordStore } from '../records/record-store.ts';
import type { Giver, Grant } from './grants.ts';
import { countsOn, holdsTitle } from './roles.ts';

/** A property that its owner lets another account see, as it is on record now. */
export interface Represented {
  code: RenovationCode;
  address: string;
  district: number;
  level: PropertyLevel | null;
  giver: Giver;
  /** Every role of the giver by this property, whether or not it counts today. */
  giverTitles: readonly Title[];
  until: Date;
}

interface Title {
  role: Role;
  validFrom: IsoDate | null;
  validTo: IsoDate | null;
}

/** What grants are worth by the records of this very moment; those of a property no longer on record are left out. */
export async function representedBy(
  records: RecordStore,
  grants: readonly Grant[],
): Promise<Represented[]> {
  const all = await Promise.all(grants.map((grant) => represented(records, grant)));
  return all.filter((one) => one !== null);
}

async function represented(
  records: RecordStore,
  { code, giver, until }: Grant,
): Promise<Represented | null> {
  const file = await records.propertyFile(code);
  if (!file) return null;
  const { address, district, level } = file;
  const giverTitles = file.parties.filter(
    (party) =>
      party.nationalIdHash === giver.nationalIdHash && party.mobileHash === giver.mobileHash,
  );
  return { code, address, district, level, giver, giverTitles, until };
}

/** Whether one who holds these titles may let others see the property on that day. */
export function mayGive(titles: readonly Title[], today: IsoDate): boolean {
  return holdsTitle(titles.filter((title) => countsOn(title, today)).map(({ role }) => role));
}
