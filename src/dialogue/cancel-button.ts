import { type MessageKey, type Sentence, say } from '../wording/sentence.ts';
import { button } from './buttons.ts';
import type { OpenForm } from './forms/cancel-actions.ts';
import type { SmallForm } from './forms/small-form.ts';
import type { BookingForm } from './state.ts';
import type { Button } from './turn.ts';

/** With two forms open the citizen has to see which one ends. */
export const CANCEL_LABELS = {
  booking: 'button-cancel-booking',
  complaint: 'button-cancel-complaint',
  'verify-certificate': 'button-cancel-verify',
  'give-access': 'button-cancel-access',
  'open-link': 'button-cancel-link',
  'sms-code': 'button-cancel-sms',
} as const satisfies Record<OpenForm, MessageKey>;

/** Every question has a way back; this one lets go of a wish that waits for its answer. */
export function cancelRow(): Button[] {
  return [button(say('button-cancel-step'), { kind: 'cancel-step' })];
}

/** The same for a question of a form; `id` is its draft, where it has one. */
export function cancelFormRow(form: OpenForm, id?: string): Button[] {
  return [cancelFormButton(say(CANCEL_LABELS[form]), form, id)];
}

export function cancelFormButton(label: Sentence, form: OpenForm, id?: string): Button {
  return button(label, { kind: 'cancel-form', form, ...(id && { id }) });
}

export function draftOf(form: BookingForm | SmallForm): string | undefined {
  return 'draftId' in form ? form.draftId : undefined;
}
