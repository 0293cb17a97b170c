import { matchKey } from '../language/text.ts';
import type { Intent } from '../language/vocabulary.ts';
import { type MessageKey, say } from '../wording/sentence.ts';
import type { Action } from './actions.ts';
import { INTENT_LABELS } from './buttons.ts';
import { cancelStep } from './cancel-step.ts';
import type { Exchange } from './exchange.ts';
import { perform } from './on-press.ts';
import { askContact } from './proof.ts';
import type { Reply } from './turn.ts';

/** Labels that come back as text: of keyboards below the chat, and of inline buttons typed or copied. */
const ACTIONS: Partial<Record<MessageKey, Action>> = {
  'button-why-contact': { kind: 'why-contact' },
  'button-other-mobile': { kind: 'other-mobile' },
  'button-give-access': { kind: 'give-access' },
  'button-representatives': { kind: 'representatives' },
  'button-resume-booking': { kind: 'book-resume' },
  'button-leave-booking': { kind: 'book-leave' },
  'button-resume-form': { kind: 'form-resume' },
  'button-leave-form': { kind: 'form-leave' },
  'button-bill-sample': { kind: 'bill-sample' },
};

/** The answer to a keyboard's label, or null when the text is none. */
export async function keyboardLabel(exchange: Exchange, text: string): Promise<Reply[] | null> {
  const key = matchKey(text);
  const is = (label: MessageKey) =>
    exchange.deps.labels(label).some((one) => matchKey(one) === key);
  for (const [label, action] of Object.entries(ACTIONS)) {
    if (is(label as MessageKey)) return perform(exchange, action);
  }
  for (const [intent, label] of Object.entries(INTENT_LABELS)) {
    if (intent !== 'none' && is(label))
      return perform(exchange, { kind: 'wish', intent: intent as Intent });
  }
  if (is('button-cancel-step')) return cancelStep(exchange);
  if (is('button-send-contact')) {
    return [{ ...askContact(exchange), lines: [say('contact-by-button')] }];
  }
  return null;
}
