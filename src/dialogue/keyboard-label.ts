import { matchKey } from '../language/text.ts';
import { type MessageKey, say } from '../wording/sentence.ts';
import type { Action } from './actions.ts';
import { release } from './booking/form.ts';
import { menu } from './buttons.ts';
import type { Exchange } from './exchange.ts';
import { perform } from './on-press.ts';
import { askContact } from './proof.ts';
import type { Reply } from './turn.ts';

/** The text buttons of keyboards below the chat: a press comes back as the label itself. */
const ACTIONS: Partial<Record<MessageKey, Action>> = {
  'button-why-contact': { kind: 'why-contact' },
  'button-resume-booking': { kind: 'book-resume' },
  'button-leave-booking': { kind: 'book-leave' },
};

/** The answer to a keyboard's label, or null when the text is none. */
export async function keyboardLabel(exchange: Exchange, text: string): Promise<Reply[] | null> {
  const key = matchKey(text);
  const is = (label: MessageKey) =>
    exchange.deps.labels(label).some((one) => matchKey(one) === key);
  for (const [label, action] of Object.entries(ACTIONS)) {
    if (is(label as MessageKey)) return perform(exchange, action);
  }
  if (is('button-cancel-step')) return cancelStep(exchange);
  if (is('button-send-contact')) {
    return [{ ...askContact(exchange), lines: [say('contact-by-button')] }];
  }
  return null;
}

function cancelStep(exchange: Exchange): Reply[] {
  const { state } = exchange;
  const stopped = state.form !== undefined;
  if (state.form) release(exchange, state.form);
  delete state.form;
  delete state.pending;
  delete state.expecting;
  return [
    {
      lines: [stopped ? say('booking-stopped') : say('cancelled-step')],
      keyboard: { kind: 'none' },
    },
    { lines: [say('greeting')], buttons: menu() },
  ];
}
