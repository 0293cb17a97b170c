import { SERVICES, type Service } from '../../language/vocabulary.ts';
import { type Sentence, say } from '../../wording/sentence.ts';
import { button, rows, SERVICE_NAMES, wishButton } from '../buttons.ts';
import type { Exchange } from '../exchange.ts';
import { noteService } from '../recent-service.ts';
import type { Button, Reply } from '../turn.ts';
import type { GeneralHandler } from './handler.ts';

export const requirementsIntent: GeneralHandler = {
  needs: 'nothing',
  answer: (exchange, { service, sameService = false }) => [
    service ? about(service, exchange, sameService) : which(exchange),
  ],
};

type Visit = 'always' | 'if-no-record' | 'never';

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

function about(service: Service, { deps }: Exchange, isGuessed: boolean): Reply {
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
      ...(isGuessed
        ? [button(say('button-other-service'), { kind: 'wish', intent: 'requirements' })]
        : []),
    ]),
  };
}

/** How long it usually takes. */
export function timeOf(service: Service, { deps }: Exchange): Reply {
  const { workingDays, durationNote, visit } = deps.city.services[service];
  const lines = [
    ...(workingDays === null ? [] : [say('requirements-time', { days: workingDays })]),
    ...(durationNote ? [say('requirements-time-note', { note: durationNote })] : []),
  ];
  return aside(service, lines.length > 0 ? lines : [say('requirements-time-unknown')], visit);
}

export function costOf(service: Service, { deps }: Exchange): Reply {
  const { cost, visit } = deps.city.services[service];
  return aside(service, [say('requirements-cost', { note: cost })], visit);
}

/** One thing about a service, with the rest a press away. */
function aside(service: Service, lines: Sentence[], visit: Visit): Reply {
  return {
    lines: [say('requirements-title', { service: SERVICE_NAMES[service] }), ...lines],
    buttons: rows([
      button(say('button-requirements'), { kind: 'wish', intent: 'requirements', service }),
      ...visitButton(service, visit),
    ]),
  };
}

/** What does not fit into the first answer: steps, who may apply, cost in words, validity. */
export function stepsOf(service: Service, exchange: Exchange): Reply {
  noteService(exchange, service);
  const profile = exchange.deps.city.services[service];
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

function visitButton(service: Service, visit: Visit): Button[] {
  return visit === 'never' ? [] : [wishButton('book-inspection', { service })];
}
