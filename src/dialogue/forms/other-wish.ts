import type { Understanding } from '../../understanding/understanding.ts';
import type { SmallForm } from './small-form.ts';

/** A sure wish of another kind is no answer to what the form asked. */
export function isOtherWish(
  { decision, intent }: Understanding,
  { kind }: Pick<SmallForm, 'kind'>,
): boolean {
  return decision === 'answer' && intent !== kind;
}
