import { say } from '../wording/sentence.ts';
import { button } from './buttons.ts';
import type { Exchange } from './exchange.ts';
import type { Reply } from './turn.ts';

/** What waits while another wish is answered is offered again after the answer: the newest of it. */
export function withParked({ state, outcome }: Exchange, replies: Reply[]): Reply[] {
  if (outcome === 'booking') return replies;
  if (state.smallForm?.parked) return [...replies, formPaused(state.smallForm.kind)];
  if (state.smallForm || !state.form) return replies;
  return [
    ...replies,
    {
      lines: [say('booking-paused')],
      buttons: [
        [
          button(say('button-resume-booking'), { kind: 'book-resume' }),
          button(say('button-leave-booking'), { kind: 'book-leave' }),
        ],
      ],
    },
  ];
}

function formPaused(kind: 'verify-certificate' | 'complaint'): Reply {
  return {
    lines: [kind === 'complaint' ? say('complaint-paused') : say('verify-paused')],
    buttons: [
      [
        button(say('button-resume-form'), { kind: 'form-resume' }),
        button(say('button-leave-form'), { kind: 'form-leave' }),
      ],
    ],
  };
}
