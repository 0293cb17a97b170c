import { say } from '../../wording/sentence.ts';
import { menu } from '../buttons.ts';
import type { Exchange } from '../exchange.ts';
import type { Reply } from '../turn.ts';

type Unheard =
  | 'voice-again'
  | 'voice-nothing'
  | 'voice-too-long'
  | 'voice-other-type'
  | 'voice-limit'
  | 'voice-down'
  | 'voice-write-number';

/** A voice note brought nothing. In a form what was asked is still open, so nothing else is offered. */
export function inWriting({ state }: Exchange, why: Unheard): Reply {
  const isAsked = state.form || (state.smallForm && !state.smallForm.parked) || state.expecting;
  return { lines: [say(why)], ...(!isAsked && { buttons: menu() }) };
}
