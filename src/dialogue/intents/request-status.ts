import { requestStatus, type StageNow, type UnderWay } from '../../answers/request-status.ts';
import type { Certificate, Request } from '../../records/record-store.ts';
import { type Sentence, say } from '../../wording/sentence.ts';
import { button, rows, SERVICE_NAMES, wishButton } from '../buttons.ts';
import { notifyButton } from '../news/topics.ts';
import { noteService } from '../recent-service.ts';
import { noteRequest } from '../shown-request.ts';
import type { Button, Reply } from '../turn.ts';
import { otherProperty, roleLimited } from './common.ts';
import type { PropertyHandler, PropertyView } from './handler.ts';
import { openMatterButton } from './open-matter.ts';

export const requestStatusIntent: PropertyHandler = {
  needs: 'property',
  async answer(view) {
    const { exchange, file, access, wish, requestNo } = view;
    const asked = { service: wish.service ?? null, requestNo };
    const answer = requestStatus(file, access, asked, exchange.deps.city, exchange.today);
    switch (answer.kind) {
      case 'not-permitted':
        return roleLimited(view);
      case 'under-way':
        noteService(exchange, answer.request.service);
        return [wish.missing ? await missingPapers(answer, view) : await underWay(answer, view)];
      case 'closed':
        noteService(exchange, answer.request.service);
        return [await closed(answer.request, answer.certificate, view)];
      case 'several':
        exchange.outcome = 'asked';
        return [
          {
            lines: [say('status-several', { address: file.address })],
            buttons: rows(
              answer.requests.map(({ requestNo: number, service }) =>
                button(SERVICE_NAMES[service], { kind: 'request', requestNo: number }),
              ),
            ),
          },
        ];
      case 'no-request':
        return [await noRequest(answer.service, view)];
      default:
        return answer satisfies never;
    }
  },
};

/** The stage of an open request, who holds it, how long, and what is missing. */
export async function underWay(answer: UnderWay, view: PropertyView): Promise<Reply> {
  const { request } = answer;
  noteRequest(view.exchange, request.requestNo);
  const date = await view.exchange.recordedOn();
  return {
    lines: [
      ...stageLines(answer),
      say('status-number', { code: request.requestNo }),
      say('as-of', { date }),
    ],
    buttons: rows([
      ...(request.status === 'waiting-payment'
        ? [wishButton('payment', { code: view.file.code })]
        : []),
      ...(answer.isBlocked ? openMatterButton(view) : []),
      button(say('button-requirements'), {
        kind: 'wish',
        intent: 'requirements',
        service: request.service,
      }),
      ...(await notifyButton(view.exchange, view.file.code, ['requests', 'certificates'])),
      ...(isLate(answer) ? [delayButton(request.requestNo)] : []),
      wishButton('offices'),
      ...otherProperty(view, 'request-status'),
    ]),
  };
}

/** What this very request still lacks, as far as it is on record. */
async function missingPapers({ request, stage }: UnderWay, view: PropertyView): Promise<Reply> {
  const { requestNo, service } = request;
  noteRequest(view.exchange, requestNo);
  const waiting = request.status === 'waiting-citizen';
  const none = waiting
    ? say('status-waiting-citizen')
    : say('status-nothing-missing', { service: SERVICE_NAMES[service] });
  return {
    lines: [
      stage?.missing ? say('status-missing', { note: stage.missing }) : none,
      ...(request.status === 'in-progress' && !stage?.missing ? [say('status-no-need')] : []),
      say('status-number', { code: requestNo }),
      say('as-of', { date: await view.exchange.recordedOn() }),
    ],
    buttons: rows([
      wishButton('offices'),
      button(say('button-requirements'), { kind: 'wish', intent: 'requirements', service }),
      ...otherProperty(view, 'request-status'),
    ]),
  };
}

export function stageLines({ request, stage, isBlocked }: UnderWay): Sentence[] {
  const service = SERVICE_NAMES[request.service];
  const blocked = isBlocked ? [say('status-blocked')] : [];
  if (!stage) return [say('status-no-stage', { service }), ...blocked];
  const lines: Sentence[] = [
    stage.unit
      ? say('status-line', { service, stage: stage.title, unit: stage.unit })
      : say('status-line-no-unit', { service, stage: stage.title }),
    elapsedLine(stage),
    ...blocked,
  ];
  if (stage.missing) lines.push(say('status-missing', { note: stage.missing }));
  else if (request.status === 'waiting-citizen') lines.push(say('status-waiting-citizen'));
  if (request.status === 'waiting-payment') lines.push(say('status-waiting-payment'));
  if (request.status === 'in-progress') lines.push(say('status-no-need'));
  if (request.dueOn) lines.push(say('status-due-on', { day: request.dueOn }));
  return lines;
}

function isLate({ stage }: UnderWay): boolean {
  if (!stage || stage.clockStopped || stage.expected === null) return false;
  return stage.elapsed > stage.expected;
}

function delayButton(requestNo: string): Button {
  return button(say('button-complain-delay'), { kind: 'complain-of-delay', requestNo });
}

function elapsedLine({ elapsed, expected, clockStopped }: StageNow): Sentence {
  if (elapsed === 0) return say('status-elapsed-today');
  if (clockStopped) return say('status-stopped-clock');
  if (expected === null) return say('status-elapsed-only', { elapsed });
  return say(elapsed > expected ? 'status-elapsed-late' : 'status-elapsed', { elapsed, expected });
}

async function closed(
  request: Request,
  certificate: Certificate | null,
  view: PropertyView,
): Promise<Reply> {
  noteRequest(view.exchange, request.requestNo);
  return {
    lines: [
      ...closedLines(request, certificate),
      say('status-number', { code: request.requestNo }),
      say('as-of', { date: await view.exchange.recordedOn() }),
    ],
    buttons: rows([wishButton('offices'), ...otherProperty(view, 'request-status')]),
  };
}

export function closedLines(request: Request, certificate: Certificate | null): Sentence[] {
  const service = SERVICE_NAMES[request.service];
  const ended: Record<'cancelled' | 'archived' | 'completed', Sentence> = {
    cancelled: say('status-cancelled', { service }),
    archived: say('status-archived', { service }),
    completed: request.closedAt
      ? say('status-completed', { service, day: request.closedAt })
      : say('status-completed-undated', { service }),
  };
  const state =
    request.status === 'cancelled' || request.status === 'archived' ? request.status : 'completed';
  return [
    ended[state],
    ...(certificate
      ? [say('status-certificate', { number: certificate.number, day: certificate.issuedOn })]
      : []),
  ];
}

async function noRequest(service: Request['service'] | null, view: PropertyView): Promise<Reply> {
  const where = { address: view.file.address, date: await view.exchange.recordedOn() };
  return {
    lines: [
      service
        ? say('status-none-service', { ...where, service: SERVICE_NAMES[service] })
        : say('status-none', where),
    ],
    buttons: rows([
      ...(service
        ? [button(say('button-requirements'), { kind: 'wish', intent: 'requirements', service })]
        : [wishButton('requirements')]),
      wishButton('book-inspection', { code: view.file.code, ...(service && { service }) }),
      ...otherProperty(view, 'request-status'),
    ]),
  };
}
