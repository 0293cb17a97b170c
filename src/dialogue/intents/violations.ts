import {
  type Objection,
  type OpenViolation,
  type ViolationsAnswer,
  violations,
} from '../../answers/violations.ts';
import type { Violation } from '../../records/record-store.ts';
import { type Sentence, say } from '../../wording/sentence.ts';
import { button, rows, wishButton } from '../buttons.ts';
import type { Reply } from '../turn.ts';
import { certificateReplies, joined } from './certificate.ts';
import { otherProperty, roleLimited } from './common.ts';
import type { PropertyHandler, PropertyView } from './handler.ts';

/** More would not be read; the rest is counted. */
const MOST_SHOWN = 3;

export const violationsIntent: PropertyHandler = {
  needs: 'property',
  // The certificate is shown to its owner by the mobile alone; what a violation is takes the national id.
  level: ({ service }) => (service === 'no-violation' ? 2 : 3),
  async answer(view) {
    const { file, access, exchange, wish } = view;
    if (wish.service === 'no-violation') return certificateReplies('no-violation', view);
    const answer = violations(file, access, exchange.today);
    switch (answer.kind) {
      case 'not-permitted':
        return roleLimited(view);
      case 'none':
        return [await none(view)];
      case 'violations':
        return [await listed(answer, view)];
      default:
        return answer satisfies never;
    }
  },
};

async function none(view: PropertyView): Promise<Reply> {
  const date = await view.exchange.recordedOn();
  return {
    lines: [say('violations-none', { address: view.file.address, date })],
    buttons: rows([
      button(say('button-no-violation'), {
        kind: 'wish',
        intent: 'violations',
        service: 'no-violation',
        code: view.file.code,
      }),
      ...otherProperty(view, 'violations'),
    ]),
  };
}

async function listed(
  { open, closed, fineDueRials }: Extract<ViolationsAnswer, { kind: 'violations' }>,
  view: PropertyView,
): Promise<Reply> {
  const { address, code } = view.file;
  const date = await view.exchange.recordedOn();
  const hidden = open.length - MOST_SHOWN;
  const mayObject = open.some(({ objection }) => objection.kind === 'open');
  return {
    lines: [
      say(open.length > 0 ? 'violations-title' : 'violations-none-open', { address, date }),
      ...open.slice(0, MOST_SHOWN).flatMap(violationLines),
      ...(hidden > 0 ? [say('violations-more', { count: hidden })] : []),
      ...(closed.length > 0 ? [say('violations-closed', { count: closed.length })] : []),
      ...fineDueLines(open, fineDueRials),
      ...(mayObject ? [say('violations-object')] : []),
    ],
    buttons: rows([
      ...(fineDueRials > 0 ? [wishButton('payment', { code })] : []),
      button(say('button-nearest-office'), { kind: 'wish', intent: 'offices' }),
      ...otherProperty(view, 'violations'),
    ]),
  };
}

/** The amount is not repeated where it is the very fine that was just said. */
function fineDueLines(open: readonly OpenViolation[], due: number): Sentence[] {
  if (due === 0) return [];
  const only = open.length === 1 ? open[0]?.violation.fineRials : null;
  return [due === only ? say('violations-fine-unpaid') : say('violations-fine-due', { due })];
}

function violationLines({ violation, objection }: OpenViolation): Sentence[] {
  const { kind, floor, areaM2, year, decision, status, decisionNo, notifiedOn } = violation;
  const parts = joined([
    say('violation-kind', { kind }),
    ...(floor ? [say('violation-floor', { floor })] : []),
    ...(areaM2 ? [say('violation-area', { area: areaM2 })] : []),
    ...(year ? [say('violation-year', { year })] : []),
  ]);
  const lines: Sentence[] = parts ? [say('violation-line', { parts })] : [];
  if (!decision) {
    return [...lines, say(status === 'open' ? 'violation-undecided' : 'violation-in-commission')];
  }
  return [
    ...lines,
    decisionLine(violation),
    ...(decisionNo ? [say('violation-decision-number', { number: decisionNo })] : []),
    ...(notifiedOn ? [say('violation-notified', { day: notifiedOn })] : []),
    ...objectionLines(objection),
  ];
}

function decisionLine({ decision, decisionLevel, fineRials }: Violation): Sentence {
  const words = {
    fine: fineRials ? say('outcome-fine', { fine: fineRials }) : say('outcome-fine-unstated'),
    demolish: say('outcome-demolish'),
    acquit: say('outcome-acquit'),
    'restore-use': say('outcome-restore-use'),
  };
  const outcome = words[decision ?? 'fine'];
  if (decisionLevel === 'first') return say('violation-decided-first', { outcome });
  if (decisionLevel === 'appeal') return say('violation-decided-appeal', { outcome });
  return say('violation-decided', { outcome });
}

function objectionLines(objection: Objection): Sentence[] {
  switch (objection.kind) {
    case 'open':
      return objection.daysLeft === 0
        ? [say('objection-today', { until: objection.until })]
        : [say('objection-open', { until: objection.until, days: objection.daysLeft })];
    case 'passed':
      return [say('objection-passed', { until: objection.until })];
    case 'not-notified':
      return [say('objection-not-notified', { days: objection.days })];
    case 'none':
      return [];
    default:
      return objection satisfies never;
  }
}
