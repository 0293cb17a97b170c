import type { SmallForm } from './small-form.ts';

/** What a citizen may be in the middle of. */
export type OpenForm = 'booking' | SmallForm['kind'];

/** «انصراف از …»: ends this form and no other; `id` is its draft, where it has one. */
export interface CancelForm {
  kind: 'cancel-form';
  form: OpenForm;
  id?: string;
}

const FORMS: readonly string[] = [
  'booking',
  'complaint',
  'verify-certificate',
  'give-access',
  'open-link',
  'sms-code',
] satisfies OpenForm[];

export function encodeCancelForm({ form, id }: CancelForm): string {
  return `cx:${form}${id ? `:${id}` : ''}`;
}

/** Null for a form there is not. */
export function decodeCancelForm(form: string, id: string): CancelForm | null {
  if (!FORMS.includes(form) || !/^[a-z0-9]{0,16}$/.test(id)) return null;
  return { kind: 'cancel-form', form: form as OpenForm, ...(id && { id }) };
}
