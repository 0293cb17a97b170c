import type { Access } from '../identity/authorisation.ts';
import { addDays } from '../language/jalali.ts';
import type { IsoDate } from '../language/vocabulary.ts';
import type { PropertyFile, Violation } from '../records/record-store.ts';
import { dueCharges, totalOf } from './debt.ts';
import { isOpenViolation } from './open-matter.ts';

export type ViolationsAnswer =
  /** Newest notice first, those not decided yet before them; `closed` are settled or removed. */
  | {
      kind: 'violations';
      open: OpenViolation[];
      closed: Violation[];
      /** What is still due on the account of fines. */
      fineDueRials: number;
    }
  | { kind: 'none' }
  | { kind: 'not-permitted' };

export interface OpenViolation {
  violation: Violation;
  objection: Objection;
}

/** Until when the citizen may object to a decision against them. */
export type Objection =
  | { kind: 'open'; until: IsoDate; daysLeft: number }
  | { kind: 'passed'; until: IsoDate }
  /** A first decision whose notice is not on record: the days begin with the notice. */
  | { kind: 'not-notified'; days: number }
  /** Nothing decided yet, nothing decided against the citizen, or decided on appeal. */
  | { kind: 'none' };

/** Article 100, note 10: ten days from notice of the first decision. */
const OBJECTION_DAYS = 10;

/** The violations on record with their decisions, in the record's own words and figures. */
export function violations(file: PropertyFile, access: Access, today: IsoDate): ViolationsAnswer {
  if (!access.facts.has('violations')) return { kind: 'not-permitted' };
  const fineDueRials = totalOf(
    dueCharges(file, access).filter(({ account }) => account === 'commission'),
  );
  if (file.violations.length === 0 && fineDueRials === 0) return { kind: 'none' };
  const open = file.violations
    .filter(isOpenViolation)
    .sort((a, b) => (noticeOf(a) < noticeOf(b) ? 1 : -1))
    .map((violation) => ({ violation, objection: objectionTo(violation, today) }));
  const closed = file.violations.filter((violation) => !isOpenViolation(violation));
  return { kind: 'violations', open, closed, fineDueRials };
}

export function objectionTo(violation: Violation, today: IsoDate): Objection {
  const { decision, decisionLevel, notifiedOn } = violation;
  if (!decision || decision === 'acquit' || decisionLevel !== 'first') return { kind: 'none' };
  if (!notifiedOn) return { kind: 'not-notified', days: OBJECTION_DAYS };
  const until = addDays(notifiedOn, OBJECTION_DAYS);
  if (until < today) return { kind: 'passed', until };
  return { kind: 'open', until, daysLeft: daysBetween(today, until) };
}

function noticeOf({ notifiedOn }: Violation): IsoDate {
  return notifiedOn ?? '9999-12-31';
}

function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
