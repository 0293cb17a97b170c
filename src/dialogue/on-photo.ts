import { say } from '../wording/sentence.ts';
import { menu } from './buttons.ts';
import type { Exchange } from './exchange.ts';
import { otherInForm } from './forms/forms.ts';
import { onText } from './on-text.ts';
import type { Input, Reply } from './turn.ts';

/** A picture belongs to the form being filled in; without one, what is written below it is answered. */
export async function onPhoto(
  exchange: Exchange,
  input: Extract<Input, { kind: 'photo' }>,
): Promise<{ intent: string; replies: Reply[] }> {
  const { smallForm } = exchange.state;
  const replies = await otherInForm(exchange, input);
  if (smallForm && replies) return { intent: smallForm.kind, replies };
  if (input.caption?.trim()) {
    exchange.photo = input.fileId;
    return onText(exchange, input.caption);
  }
  return { intent: 'attachment', replies: [{ lines: [say('not-text')], buttons: menu() }] };
}
