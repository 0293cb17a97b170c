import type { Decision } from '../../answers/decision.ts';
import type { Service } from '../../language/vocabulary.ts';
import { say } from '../../wording/sentence.ts';
import { button, rows, SERVICE_NAMES, wishButton } from '../buttons.ts';
import type { Button, Reply } from '../turn.ts';
import { otherProperty } from './common.ts';
import type { PropertyView } from './handler.ts';
import { underWay } from './request-status.ts';

/** How a decision about a wish that is not on record yet is told, each with its one way on. */
export async function decisionReply(
  service: Service,
  decision: Decision,
  view: PropertyView,
): Promise<Reply> {
  const address = view.file.address;
  const { code } = view.file;
  const asOf = say('as-of', { date: await view.exchange.recordedOn() });
  switch (decision.kind) {
    case 'under-way':
      return underWay(decision.request, decision.stage, view);
    case 'hold':
      return { lines: [say('decision-hold', { address }), asOf], buttons: offices(view) };
    case 'debt':
      if (decision.totalRials === null) {
        return { lines: [say('clearance-owed-hidden'), asOf], buttons: offices(view) };
      }
      return {
        lines: [
          say('decision-debt', { address, total: decision.totalRials }),
          say('decision-debt-service', { service: SERVICE_NAMES[service] }),
          asOf,
        ],
        buttons: rows([
          wishButton('payment', { code }),
          button(say('button-debt-details'), { kind: 'wish', intent: 'debt', code }),
        ]),
      };
    case 'blocked':
      return {
        lines: [say('decision-blocked', { address, service: SERVICE_NAMES[service] }), asOf],
        buttons: offices(view),
      };
    case 'clear':
    case 'needs-visit':
      view.exchange.outcome = 'needs-visit';
      return {
        lines: [
          decision.kind === 'needs-visit' && !decision.always
            ? say('decision-visit-no-record', { address })
            : say('decision-visit-always', { address, service: SERVICE_NAMES[service] }),
        ],
        buttons: rows([
          wishButton('book-inspection', { code, service }),
          button(say('button-requirements'), { kind: 'wish', intent: 'requirements', service }),
          ...otherProperty(view, 'request-status'),
        ]),
      };
    default:
      return decision satisfies never;
  }
}

function offices(view: PropertyView): Button[][] {
  return rows([
    button(say('button-nearest-office'), { kind: 'wish', intent: 'offices' }),
    ...otherProperty(view, 'request-status'),
  ]);
}
