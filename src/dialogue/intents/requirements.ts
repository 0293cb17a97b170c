import { SERVICES, type Service } from '../../language/vocabulary.ts';
import { type Sentence, say } from '../../wording/sentence.ts';
import { button, rows, SERVICE_NAMES, wishButton } from '../buttons.ts';
import type { Exchange } from '../exchange.ts';
import type { Reply } from '../turn.ts';
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
  const lines: Sentence[] = [say('requirements-title', { service: SERVICE_NAMES[service] })];
  lines.push(say('requirements-documents'), ...profile.documents.map(bullet));
  lines.push(say('requirements-steps', { list: profile.steps.join('، ') }));
  if (profile.workingDays !== null) {
    lines.push(say('requirements-time', { days: profile.workingDays }));
  }
  if (profile.durationNote)
    lines.push(say('requirements-time-note', { note: profile.durationNote }));
  lines.push(say('requirements-who', { who: profile.applicants }));
  lines.push(say('requirements-cost', { note: profile.cost }));
  if (profile.validity) lines.push(say('requirements-validity', { text: profile.validity }));
  return {
    lines,
    buttons: rows([
      ...(profile.visit === 'never' ? [] : [wishButton('book-inspection', { service })]),
      button(say('button-nearest-office'), { kind: 'wish', intent: 'offices' }),
    ]),
  };
}

function bullet(text: string): Sentence {
  return say('bullet', { text });
}
