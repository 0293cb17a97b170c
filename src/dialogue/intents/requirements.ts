import { SERVICES, type Service } from '../../language/vocabulary.ts';
import { type Sentence, say } from '../../wording/sentence.ts';
import { button, rows, SERVICE_NAMES, wishButton } from '../buttons.ts';
import type { Exchange } from '../exchange.ts';
import type { Button, Reply } from '../turn.ts';
import type { GeneralHandler } from './handler.ts';

export const requirementsIntent: GeneralHandler = {
  needs: 'nothing',
  answer: (exchange, { service }) => [service ? about(service, exchange) : which(exchange)],
};

function which(exchange: Exchange): Reply {
  exchange.outcome = 'asked';
  return {
    lines: [say('requirements-which')],
    buttons: rows(
      SERVICES.map((service) =>
        button(SERVICE_NAMES[service], { kind: 'wish', intent: 'requirements', service }),
      ),
    ),
  };
}

function about(service: Service, { deps }: Exchange): Reply {
  const profile = deps.city.services[service];
  const lines: Sentence[] = [
    say('requirements-title', { service: SERVICE_NAMES[service] }),
    say('requirements-documents', { list: profile.documents.join('؛ ') }),
  ];
  if (profile.workingDays !== null) {
    lines.push(say('requirements-time', { days: profile.workingDays }));
  }
  return {
    lines,
    buttons: rows([
      button(say('button-steps'), { kind: 'steps', service }),
      ...visitButton(service, profile.visit),
      button(say('button-nearest-office'), { kind: 'wish', intent: 'offices' }),
    ]),
  };
}

/** What does not fit into the first answer: steps, who may apply, cost in words, validity. */
export function stepsOf(service: Service, { deps }: Exchange): Reply {
  const profile = deps.city.services[service];
  const lines: Sentence[] = [
    say('requirements-title', { service: SERVICE_NAMES[service] }),
    say('requirements-steps', { list: profile.steps.join('؛ ') }),
  ];
  if (profile.durationNote) {
    lines.push(say('requirements-time-note', { note: profile.durationNote }));
  }
  lines.push(say('requirements-who', { who: profile.applicants }));
  lines.push(say('requirements-cost', { note: profile.cost }));
  if (profile.validity) lines.push(say('requirements-validity', { text: profile.validity }));
  return { lines, buttons: rows([wishButton('offices'), ...visitButton(service, profile.visit)]) };
}

function visitButton(service: Service, visit: 'always' | 'if-no-record' | 'never'): Button[] {
  return visit === 'never' ? [] : [wishButton('book-inspection', { service })];
}
