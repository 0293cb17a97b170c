import type { z } from 'zod';
import { certificateNumberKey } from '../../language/certificate-number.ts';
import { INSPECTOR_ID_DIGITS, USUAL_DAILY_MAX } from '../inspector.ts';
import type { RecordStore } from '../record-store.ts';
import { type Asked, type CallOutcome, createAskService, type Keep } from './ask-service.ts';
import type { Service } from './fetch-answer.ts';
import { ROUTES, type Route } from './routes.ts';
import { type ServiceChanges, serviceChanges } from './service-changes.ts';
import { ServiceFailure } from './service-failure.ts';

/** Whoever has lost a property must have lost it here a minute later, whatever happens to the service. */
const PERSONAL: Keep = { freshMs: 0, staleMs: 60_000 };
/** A bill may have been paid since. */
const NEVER: Keep = { freshMs: 0, staleMs: 0 };
/** Offices, districts, streets and staff change by the month. */
const PUBLIC: Keep = { freshMs: 60_000, staleMs: 900_000 };
/** The moment that an answer bore serves the sentence about that very answer. */
const SAME_ANSWER_MS = 2_000;

export interface HttpRecords extends RecordStore, ServiceChanges {}

/**
 * The records of a municipality's own HTTP service, see `docs/records-service.openapi.yaml`. Only keyed
 * hashes go over the wire, so its answers are the port's own values once they have been checked.
 *
 * @param clock milliseconds of a clock that only goes forward
 */
export function httpRecords(
  service: Service,
  clock: () => number = () => performance.now(),
  onCall?: (outcome: CallOutcome) => void,
): HttpRecords {
  const ask = createAskService(service, clock, onCall);
  let heard: { recordedAt: Date | null; at: number } | undefined;

  async function find<Schema extends z.ZodType<{ recordedAt: Date | null }>>(
    route: Route<Schema>,
    asked: Asked,
  ): Promise<z.infer<Schema> | null> {
    const answer = await ask(route, asked);
    if (answer.kind === 'not-offered') throw mismatch(route, 'must be offered');
    if (answer.kind === 'not-found') return null;
    heard = { recordedAt: answer.value.recordedAt, at: clock() };
    return answer.value;
  }

  async function city(keep: Keep) {
    const found = await find(ROUTES.city, { keep });
    if (!found) throw mismatch(ROUTES.city, 'must be there');
    return found;
  }

  const store: HttpRecords = {
    ...serviceChanges(ask),

    async partiesByMobile(mobileHash) {
      const found = await find(ROUTES.people, { values: [mobileHash], keep: PERSONAL });
      return found?.people ?? [];
    },

    async propertyFile(code) {
      const found = await find(ROUTES.property, { values: [code], keep: PERSONAL });
      if (found && found.property.code !== code) throw mismatch(ROUTES.property, 'is of another');
      return found?.property ?? null;
    },

    async codeOfRequest(requestNo) {
      const found = await find(ROUTES.request, { values: [requestNo], keep: PERSONAL });
      return found?.code ?? null;
    },

    async bill(billId, paymentId) {
      const found = await find(ROUTES.bill, { values: [billId, paymentId], keep: NEVER });
      if (found && (found.bill.billId !== billId || found.bill.paymentId !== paymentId)) {
        throw mismatch(ROUTES.bill, 'is of another');
      }
      return found?.bill ?? null;
    },

    async certificate({ number, code, issuedOn }) {
      const file = await store.propertyFile(code);
      const asked = certificateNumberKey(number);
      const found = file?.certificates.find(
        (one) => one.issuedOn === issuedOn && certificateNumberKey(one.number) === asked,
      );
      return found ?? null;
    },

    offices: async () => (await city(PUBLIC)).offices,
    districts: async () => (await city(PUBLIC)).districts,
    streets: async () => (await city(PUBLIC)).streets,

    async inspectors(district) {
      const { staff } = await city(PUBLIC);
      return staff
        .filter((one) => one.role === 'inspector')
        .filter((one) => one.district === district || one.district === null)
        .map(({ mobileHash, dailyMax, ...one }) => ({
          id: mobileHash.slice(0, INSPECTOR_ID_DIGITS),
          name: one.name,
          district: one.district,
          dailyMax: dailyMax ?? USUAL_DAILY_MAX,
        }));
    },

    async recordedAt() {
      if (heard && clock() - heard.at <= SAME_ANSWER_MS) return heard.recordedAt;
      return (await city({ freshMs: 0, staleMs: PERSONAL.staleMs })).recordedAt;
    },
  };
  return store;
}

function mismatch({ template }: Route, reason: string): ServiceFailure {
  return new ServiceFailure(`GET ${template}: the answer ${reason}`, { kind: 'wrong-answer' });
}
