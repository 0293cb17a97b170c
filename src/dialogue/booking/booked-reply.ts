import { type Sentence, say } from '../../wording/sentence.ts';
import { button, rows, wishButton } from '../buttons.ts';
import type { Reply } from '../turn.ts';

/** A visit that stands, with its tracking code and the ways on. */
export function bookedReply(first: Sentence[], code: string, then: Sentence[]): Reply {
  return {
    lines: [...first, say('booking-tracking', { code }), ...then],
    buttons: rows([
      wishButton('my-inspections'),
      button(say('button-cancel-visit'), { kind: 'visit-cancel', trackingCode: code }),
    ]),
  };
}
