import { maskMobile, parseOwnNumber } from '../language/mobile.ts';
import { say } from '../wording/sentence.ts';
import { encodeAction } from './actions.ts';
import { answerWaiting } from './answer-wishes.ts';
import { keepForShahkar } from './belongs-together.ts';
import { advance } from './booking/advance.ts';
import { menu } from './buttons.ts';
import type { Exchange } from './exchange.ts';
import { continueForm } from './forms/forms.ts';
import { endSmsProof } from './forms/sms/start.ts';
import { orKept } from './kept-step.ts';
import { askContact } from './proof.ts';
import type { Input, Reply } from './turn.ts';

/** The citizen's own number proves L1 at once, and L2 wherever the records hold it; then the waiting wish goes on. */
export async function onContact(
  exchange: Exchange,
  { own, phone }: Extract<Input, { kind: 'contact' }>,
): Promise<Reply[]> {
  const mobile = own ? parseOwnNumber(phone) : null;
  if (!mobile) {
    const again = askContact(exchange);
    return [{ ...again, lines: [say('contact-not-own')] }];
  }
  const { deps, citizenId, now, state } = exchange;
  const mobileHash = deps.keyedHash('mobile', mobile);
  const mobileMasked = maskMobile(mobile);
  exchange.effects.push({ kind: 'prove-mobile', mobileHash, mobileMasked });
  exchange.assume(
    await deps.identity.proofsAfter(citizenId, { hash: mobileHash, masked: mobileMasked }, now),
  );
  keepForShahkar(exchange, mobile);
  endSmsProof(exchange);
  const thanks: Reply = { lines: [say('contact-thanks')], keyboard: { kind: 'none' } };
  const inForm = await formGoesOn(exchange);
  if (inForm) return [thanks, ...inForm];
  if (state.pending) return [thanks, ...(await answerWaiting(exchange, state.pending))];
  return [thanks, { lines: [say('what-next')], buttons: menu() }];
}

/** The number is proven whether or not the sources answer now; the form goes on by itself once they do. */
async function formGoesOn(exchange: Exchange): Promise<Reply[] | null> {
  const { smallForm, form } = exchange.state;
  if (smallForm && !smallForm.parked) {
    const step = { kind: 'press', action: encodeAction({ kind: 'form-resume' }) } as const;
    return orKept(exchange, step, async () => (await continueForm(exchange)) ?? []);
  }
  if (!form) return null;
  const step = { kind: 'press', action: encodeAction({ kind: 'book-resume' }) } as const;
  return orKept(exchange, step, () => advance(exchange, form));
}
