import type { Decision, Owed } from '../../answers/decision.ts';
import { payment, pendingPayments } from '../../answers/payment.ts';
import type { Service } from '../../language/vocabulary.ts';
import { type Sentence, say } from '../../wording/sentence.ts';
import { button, rows, SERVICE_NAMES, wishButton } from '../buttons.ts';
import type { Button, Reply } from '../turn.ts';
import { otherProperty } from './common.ts';
import type { PropertyView } from './handler.ts';
import { openMatterButton } from './open-matter.ts';
import { pendingLines } from './pending-payment.ts';
import { underWay } from './request-status.ts';

/** How a decision about a wish that is not on record yet is told, each with its one way on. */
export async function decisionReply(
  service: Service,
  decision: Decision,
  view: PropertyView,
): Promise<Reply> {
  if (decision.kind === 'under-way') return underWay(decision, view);
  const { exchange, wish } = view;
  if (decision.kind === 'needs-visit') exchange.outcome = 'needs-visit';
  const { lines, ways } = wordsFor(service, decision, view);
  const date = await exchange.recordedOn();
  return {
    lines: [...lines, ...(decision.kind === 'needs-visit' ? [] : [say('as-of', { date })])],
    buttons: rows([...ways, ...otherProperty(view, wish.intent)]),
  };
}

function wordsFor(
  service: Service,
  decision: Exclude<Decision, { kind: 'under-way' }>,
  view: PropertyView,
): { lines: Sentence[]; ways: Button[] } {
  const { address, code } = view.file;
  const where = { address, service: SERVICE_NAMES[service] };
  switch (decision.kind) {
    case 'hold':
      return { lines: [say('decision-hold', { address })], ways: [office()] };
    case 'debt':
      return {
        lines: [...debtLines(service, decision, view), ...visitLine(service, view)],
        ways: [...debtButtons(decision, view), ...visitButton(service, view)],
      };
    case 'blocked':
      return {
        lines: [say('decision-blocked', where), ...visitLine(service, view)],
        ways: [...openMatterButton(view), ...visitButton(service, view), office()],
      };
    case 'clear':
      return { lines: [say('decision-clear', where)], ways: [requirements(service), office()] };
    case 'needs-visit':
      return {
        lines: [
          decision.always
            ? say('decision-visit-always', where)
            : say('decision-visit-no-record', { address }),
        ],
        ways: [wishButton('book-inspection', { code, service }), requirements(service)],
      };
    default:
      return decision satisfies never;
  }
}

function debtLines(service: Service, { totalRials, hasHidden }: Owed, view: PropertyView) {
  const { file, access, exchange } = view;
  const { address } = file;
  const lines: Sentence[] =
    totalRials === null
      ? [say('decision-debt-hidden', { address })]
      : [say('decision-debt', { address, total: totalRials })];
  if (totalRials !== null && hasHidden) lines.push(say('debt-hidden-too'));
  lines.push(say('decision-debt-service', { service: SERVICE_NAMES[service] }));
  return [...lines, ...pendingPayments(file, access, null, exchange.today).flatMap(pendingLines)];
}

/** To pay what is seen, and the way to what only the national id opens. */
export function debtButtons({ totalRials, hasHidden }: Owed, view: PropertyView): Button[] {
  const { file, access, exchange } = view;
  const { code } = file;
  // All of it is paid and only waits for the books: no way to pay it twice.
  const isPaid = payment(file, access, null, exchange.today).kind === 'pending';
  const details = button(say('button-debt-details'), { kind: 'wish', intent: 'debt', code });
  return [
    ...(totalRials === null || isPaid ? [] : [wishButton('payment', { code })]),
    ...(totalRials === null ? [] : [details]),
    ...(hasHidden ? openMatterButton(view) : []),
  ];
}

/** A service that always begins with a visit says so at once, whatever else has to be settled. */
function visitLine(service: Service, { exchange }: PropertyView): Sentence[] {
  if (exchange.deps.city.services[service].visit !== 'always') return [];
  return [say('decision-visit-later', { service: SERVICE_NAMES[service] })];
}

function visitButton(service: Service, { exchange, file }: PropertyView): Button[] {
  if (exchange.deps.city.services[service].visit !== 'always') return [];
  return [wishButton('book-inspection', { code: file.code, service })];
}

function requirements(service: Service): Button {
  return button(say('button-requirements'), { kind: 'wish', intent: 'requirements', service });
}

function office(): Button {
  return button(say('button-nearest-office'), { kind: 'wish', intent: 'offices' });
}
