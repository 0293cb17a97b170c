import type { KeyedHash, RenovationCode } from '../../../language/vocabulary.ts';
import type { Service } from '../fetch-answer.ts';
import { ROUTES } from '../routes.ts';
import { checkChanges } from './check-changes.ts';
import { checkStrangePath, checkToken } from './check-refusals.ts';
import { createProbe, type Finding, type Probe, right, wrong } from './probe.ts';

/** What of the records may be asked for beside what any service must answer. */
export interface OnRecord {
  code?: RenovationCode;
  mobileHash?: KeyedHash;
  requestNo?: string;
}

/** Well formed, and on no file. */
const NOBODY = '0'.repeat(64);
const NOWHERE = '999-9999-9999-9999-999-999-999';

/**
 * Tries a records service against its description, a finding at a time.
 *
 * @param clock milliseconds of a clock that only goes forward
 */
export async function* checkService(
  service: Service,
  onRecord: OnRecord,
  clock: () => number,
): AsyncGenerator<Finding> {
  const probe = createProbe(service, clock);
  yield* checkToken(service);
  yield await probe.found(ROUTES.city, [], ({ districts, offices, streets, staff, recordedAt }) =>
    recordedAt === null
      ? wrong('recordedAt is null: no records are loaded')
      : right(
          `${districts.length} districts, ${offices.length} offices, ${streets.length} streets, ${staff.length} of staff; recorded at ${recordedAt.toISOString()}`,
        ),
  );
  yield await probe.absent(ROUTES.people, [NOBODY]);
  yield await probe.absent(ROUTES.property, [NOWHERE]);
  yield await probe.absent(ROUTES.request, ['0']);
  yield await probe.absent(ROUTES.bill, ['0', '0']);
  yield await checkStrangePath(service);
  yield* checkChanges(service);
  const { code, mobileHash, requestNo } = onRecord;
  if (code) yield await checkProperty(probe, code);
  if (requestNo) {
    yield await probe.found(ROUTES.request, [requestNo], (found) => right(`is of ${found.code}`));
  }
  if (mobileHash) yield* checkPeople(probe, mobileHash);
}

function checkProperty(probe: Probe, code: RenovationCode): Promise<Finding> {
  return probe.found(ROUTES.property, [code], ({ property }) => {
    if (property.code !== code) return wrong('is the file of another property');
    const { parties, charges, bills, requests, certificates } = property;
    return right(
      `${parties.length} parties, ${charges.length} charges, ${bills.length} bills, ${requests.length} requests, ${certificates.length} certificates`,
    );
  });
}

/** A citizen gets in only where the person and the property's file name the same two hashes. */
async function* checkPeople(probe: Probe, mobileHash: KeyedHash): AsyncGenerator<Finding> {
  const held: { code: RenovationCode; nationalIdHash: KeyedHash }[] = [];
  yield await probe.found(ROUTES.people, [mobileHash], ({ people }) => {
    for (const { nationalIdHash, holdings } of people) {
      held.push(...holdings.map(({ code }) => ({ code, nationalIdHash })));
    }
    return right(`${people.length} with this mobile, ${held.length} holdings`);
  });
  for (const { code, nationalIdHash } of held) {
    yield await probe.found(ROUTES.property, [code], ({ property }) =>
      property.parties.some(
        (party) => party.nationalIdHash === nationalIdHash && party.mobileHash === mobileHash,
      )
        ? right('names the person with the same hashes')
        : wrong('does not name, with the same two hashes, a person who holds the property'),
    );
  }
}
