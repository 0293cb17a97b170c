import { type Calendar, workingDaysBetween } from '../city/calendar.ts';
import type { City } from '../city/city.ts';
import { stageOf } from '../city/stages.ts';
import type { Access } from '../identity/authorisation.ts';
import type { IsoDate, Service } from '../language/vocabulary.ts';
import type { Certificate, PropertyFile, Request, RequestStep } from '../records/record-store.ts';
import { mayHearOfOpenMatter } from './open-matter.ts';

export type RequestStatusAnswer =
  | UnderWay
  | { kind: 'closed'; request: Request; certificate: Certificate | null }
  | { kind: 'several'; requests: Request[] }
  | { kind: 'no-request'; service: Service | null }
  | { kind: 'not-permitted' };

export interface UnderWay {
  kind: 'under-way';
  request: Request;
  stage: StageNow | null;
  /** An open matter on the file stands in its way, and this citizen may know it. */
  isBlocked: boolean;
}

export interface StageNow {
  title: string;
  unit: string | null;
  /** Working days since the request entered this stage. */
  elapsed: number;
  /** The stage's usual working days; null when the city's profile does not name it. */
  expected: number | null;
  /** Waiting here is not the municipality's time: for an engineer, a payment, or the citizen. */
  clockStopped: boolean;
  /** What the officer waits for, in the officer's words. */
  missing: string | null;
}

/** Where a request has got to: its stage, who holds it, how long against the usual, and what is missing. */
export function requestStatus(
  file: PropertyFile,
  access: Access,
  asked: { service: Service | null; requestNo: string | null },
  city: City,
  today: IsoDate,
): RequestStatusAnswer {
  const visible = visibleRequests(file, access);
  if (visible === null) return { kind: 'not-permitted' };
  const candidates = visible.filter(
    (request) =>
      (!asked.requestNo || request.requestNo === asked.requestNo) &&
      (!asked.service || request.service === asked.service),
  );
  const open = candidates.filter(isOpen);
  if (open.length > 1) return { kind: 'several', requests: open };
  const request = open[0] ?? candidates[0];
  if (!request) return { kind: 'no-request', service: asked.service };
  if (isOpen(request)) {
    const isBlocked = mayHearOfOpenMatter(file, access);
    return { kind: 'under-way', request, stage: stageNow(request, city, today), isBlocked };
  }
  const certificate = access.facts.has('certificates')
    ? (file.certificates.find(({ requestNo }) => requestNo === request.requestNo) ?? null)
    : null;
  return { kind: 'closed', request, certificate };
}

export function isOpen(request: Request): boolean {
  return !['completed', 'cancelled', 'archived'].includes(request.status);
}

/** The newest first; null when this citizen may see none at all. */
export function visibleRequests(file: PropertyFile, access: Access): Request[] | null {
  const all = access.facts.has('requests');
  if (!all && !access.facts.has('own-requests')) return null;
  return file.requests
    .filter((request) => all || access.applicantOf.has(request.requestNo))
    .sort((a, b) => (a.openedAt < b.openedAt ? 1 : -1));
}

export function stageNow(request: Request, city: City, today: IsoDate): StageNow | null {
  const step = currentStep(request);
  const title = step?.stage ?? request.stage;
  if (!title) return null;
  const profile = stageOf(city.services[request.service], title);
  const waiting = request.status === 'waiting-citizen' || request.status === 'waiting-payment';
  return {
    title,
    unit: step?.unit ?? profile?.unit ?? null,
    elapsed: elapsed(city.calendar, step?.enteredAt ?? request.openedAt, today),
    expected: profile?.workingDays ?? null,
    clockStopped: profile?.stopsClock ?? false,
    missing: waiting || step?.outcome === 'defect' ? (step?.publicNote ?? null) : null,
  };
}

/** The step not left yet, else the latest. */
function currentStep(request: Request): RequestStep | undefined {
  return request.steps.findLast((step) => step.leftAt === null) ?? request.steps.at(-1);
}

function elapsed(calendar: Calendar, from: IsoDate, today: IsoDate): number {
  return workingDaysBetween(calendar, from, today);
}
