import { type Sentence, say } from '../wording/sentence.ts';
import { button } from './buttons.ts';
import { cancelFormButton, draftOf } from './cancel-button.ts';
import type { Exchange } from './exchange.ts';
import type { SmallForm } from './forms/small-form.ts';
import type { Reply } from './turn.ts';

/** A question stands, or somebody else has the word: what waits is offered after that. */
const NOT_YET: ReadonlySet<Exchange['outcome']> = new Set([
  ...(['booking', 'form', 'asked', 'needs-proof', 'not-heard', 'heard'] as const),
  ...(['with-operator', 'told', 'upstream-down'] as const),
]);

/** What waits while another wish is answered is offered again after the answer: the newest of it. */
export function withParked({ state, outcome }: Exchange, replies: Reply[]): Reply[] {
  if (NOT_YET.has(outcome)) return replies;
  if (state.smallForm?.parked) return [...replies, formPaused(state.smallForm)];
  if (state.smallForm || !state.form) return replies;
  return [
    ...replies,
    {
      lines: [say('booking-paused')],
      buttons: [
        [
          button(say('button-resume-booking'), { kind: 'book-resume' }),
          cancelFormButton(say('button-leave-booking'), 'booking', state.form.draftId),
        ],
      ],
    },
  ];
}

const PAUSED = {
  complaint: say('complaint-paused'),
  'verify-certificate': say('verify-paused'),
  'give-access': say('access-paused'),
  'open-link': say('access-link-paused'),
  'sms-code': say('sms-paused'),
} as const satisfies Record<SmallForm['kind'], Sentence>;

function formPaused(form: SmallForm): Reply {
  return {
    lines: [PAUSED[form.kind]],
    buttons: [
      [
        button(say('button-resume-form'), { kind: 'form-resume' }),
        cancelFormButton(say('button-leave-form'), form.kind, draftOf(form)),
      ],
    ],
  };
}
