import { matchKey } from '../language/text.ts';
import type { Intent } from '../language/vocabulary.ts';
import { type MessageKey, say } from '../wording/sentence.ts';
import type { Action } from './actions.ts';
import { INTENT_LABELS } from './buttons.ts';
import { CANCEL_LABELS } from './cancel-button.ts';
import { cancelStep } from './cancel-step.ts';
import type { Exchange } from './exchange.ts';
import type { OpenForm } from './forms/cancel-actions.ts';
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
  ...cancelActions(),
};

function cancelActions(): Partial<Record<MessageKey, Action>> {
  const forms = Object.entries(CANCEL_LABELS) as [OpenForm, MessageKey][];
  return Object.fromEntries(forms.map(([form, label]) => [label, { kind: 'cancel-form', form }]));
}

type Meaning = Action | 'cancel-step' | 'send-contact';

/** The answer to a keyboard's label, or null when the text is none. */
export async function keyboardLabel(exchange: Exchange, text: string): Promise<Reply[] | null> {
  const meaning = meaningsOf(exchange.deps.labels).get(matchKey(text));
  if (!meaning) return null;
  if (meaning === 'cancel-step') return cancelStep(exchange);
  if (meaning === 'send-contact') {
    return [{ ...askContact(exchange), lines: [say('contact-by-button')] }];
  }
  return perform(exchange, meaning);
}

type Labels = Exchange['deps']['labels'];
const known = new WeakMap<Labels, Map<string, Meaning>>();

/** What each label asks for, in every language, by its `matchKey`. */
function meaningsOf(labels: Labels): Map<string, Meaning> {
  let meanings = known.get(labels);
  if (!meanings) {
    meanings = new Map();
    // Where two say the same, the first one counts.
    for (const [label, meaning] of [...allLabels()].reverse()) {
      for (const words of labels(label)) meanings.set(matchKey(words), meaning);
    }
    known.set(labels, meanings);
  }
  return meanings;
}

function* allLabels(): Generator<[MessageKey, Meaning]> {
  yield* Object.entries(ACTIONS) as [MessageKey, Action][];
  for (const [intent, label] of Object.entries(INTENT_LABELS)) {
    if (intent !== 'none') yield [label, { kind: 'wish', intent: intent as Intent }];
  }
  yield ['button-cancel-step', 'cancel-step'];
  yield ['button-send-contact', 'send-contact'];
}
