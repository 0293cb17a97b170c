import { requestStatus } from '../../answers/request-status.ts';
import type { RecordEvent } from '../../records/record-events.ts';
import { say } from '../../wording/sentence.ts';
import { button, rows, wishButton } from '../buttons.ts';
import { closedLines, stageLines } from '../intents/request-status.ts';
import type { Reply } from '../turn.ts';
import { type NewsView, stopButton } from './view.ts';

/** News of a step forward is short: how long it took and that nobody need come is said when asked. */
const LEFT_OUT = /^status-(?:elapsed|no-need|stopped-clock)/;

/** Where the request has got to, as it would be answered now; null when the subscriber may not see it. */
export function requestNews({ objectKey }: RecordEvent, view: NewsView): Reply | null {
  const { file, access, city, today } = view;
  const [requestNo = ''] = objectKey;
  const answer = requestStatus(file, access, { service: null, requestNo }, city, today);
  if (answer.kind !== 'under-way' && answer.kind !== 'closed') return null;
  const { request } = answer;
  return {
    lines: [
      say('news-request', { address: file.address }),
      ...(answer.kind === 'under-way'
        ? stageLines(answer).filter(({ key }) => !LEFT_OUT.test(key))
        : closedLines(request, answer.certificate)),
    ],
    buttons: rows([
      ...(request.status === 'waiting-payment' ? [wishButton('payment', { code: file.code })] : []),
      button(say('button-status'), { kind: 'request', requestNo: request.requestNo }),
      stopButton(view),
    ]),
  };
}
