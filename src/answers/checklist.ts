import type { City } from '../city/city.ts';
import type { Access } from '../identity/authorisation.ts';
import type { IsoDate, Service } from '../language/vocabulary.ts';
import type { Certificate, PropertyFile, Request } from '../records/record-store.ts';
import { certificateState, isFresh, newestCertificate } from './certificate-state.ts';
import { type Decision, decide, isHeld, owed, SEEN_BY } from './decision.ts';
import { hasOpenMatter } from './open-matter.ts';
import { type PendingPayment, pendingPayments } from './payment.ts';
import { isOpen, type StageNow, stageNow, visibleRequests } from './request-status.ts';

export type ChecklistAnswer =
  | { kind: 'checklist'; decision: Decision; items: ChecklistItem[]; pending: PendingPayment[] }
  | { kind: 'not-permitted' };

/** One thing that is looked at before the municipality answers a notary or a bank. */
export type ChecklistItem =
  | { kind: 'hold' }
  | { kind: 'nothing-owed' }
  | { kind: 'owed'; totalRials: number }
  /** Owed on an account this citizen may not see. */
  | { kind: 'owed-hidden' }
  | { kind: 'open-matter' }
  | { kind: 'no-open-matter' }
  | {
      kind: 'certificate';
      certificate: Certificate;
      state: 'fresh' | 'old' | 'expired' | 'revoked';
    }
  | { kind: 'no-certificate' }
  | { kind: 'request'; request: Request; stage: StageNow | null };

/** Requests beside the one asked about; more would bury what blocks. */
const MOST_REQUESTS = 2;

/** What the municipality would answer today, by its records, and everything that blocks it. */
export function checklist(
  service: Service,
  file: PropertyFile,
  access: Access,
  city: City,
  today: IsoDate,
): ChecklistAnswer {
  if (!access.facts.has('certificates')) return { kind: 'not-permitted' };
  return {
    kind: 'checklist',
    decision: decide(service, file, access, city, today),
    items: [
      ...(isHeld(file, today) ? [{ kind: 'hold' } as const] : []),
      ...moneyItems(file, access),
      hasOpenMatter(file) ? { kind: 'open-matter' } : { kind: 'no-open-matter' },
      ...certificateItems(file, city, today),
      ...requestItems(service, file, access, city, today),
    ],
    pending: pendingPayments(file, access, null, today),
  };
}

function moneyItems(file: PropertyFile, access: Access): ChecklistItem[] {
  const owes = owed(file, access);
  if (!owes) return [{ kind: 'nothing-owed' }];
  const { totalRials, hasHidden } = owes;
  return [
    ...(totalRials === null ? [] : [{ kind: 'owed', totalRials } as const]),
    ...(hasHidden ? [{ kind: 'owed-hidden' } as const] : []),
  ];
}

/** The completion or no-violation certificate, and an earlier answer where only that one is fresh. */
function certificateItems(file: PropertyFile, city: City, today: IsoDate): ChecklistItem[] {
  const itemOf = (certificate: Certificate) => {
    const state = certificateState(certificate, today);
    const age = isFresh(certificate, city, today) ? 'fresh' : 'old';
    return { kind: 'certificate', certificate, state: state === 'valid' ? age : state } as const;
  };
  const own = file.certificates
    .filter(({ kind }) => kind === 'completion' || kind === 'no-violation')
    .map(itemOf)
    .sort((a, b) => (a.certificate.issuedOn < b.certificate.issuedOn ? 1 : -1));
  const best =
    own.find(({ state }) => state === 'fresh') ??
    own.find(({ state }) => state === 'old') ??
    own[0];
  const items: ChecklistItem[] = best ? [best] : [{ kind: 'no-certificate' }];
  const answered = newestCertificate(file, SEEN_BY);
  if (best?.state !== 'fresh' && answered?.kind === 'inquiry-answer') {
    const item = itemOf(answered);
    if (item.state === 'fresh') items.push(item);
  }
  return items;
}

function requestItems(
  service: Service,
  file: PropertyFile,
  access: Access,
  city: City,
  today: IsoDate,
): ChecklistItem[] {
  return (visibleRequests(file, access) ?? [])
    .filter((request) => isOpen(request) && request.service !== service)
    .slice(0, MOST_REQUESTS)
    .map((request) => ({ kind: 'request', request, stage: stageNow(request, city, today) }));
}
