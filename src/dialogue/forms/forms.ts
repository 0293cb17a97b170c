import { saysNo, saysYes } from '../../understanding/plain-words.ts';
import type { Understanding } from '../../understanding/understanding.ts';
import { type Sentence, say } from '../../wording/sentence.ts';
import { oldButton } from '../booking/press.ts';
import { menu } from '../buttons.ts';
import type { Exchange } from '../exchange.ts';
import type { Input, Reply } from '../turn.ts';
import type { AccessPress } from './access/actions.ts';
import { accessHandler, pressAccess } from './access/give.ts';
import { linkHandler } from './access/open-link.ts';
import type { ComplaintPress } from './complaint/actions.ts';
import { complaintHandler } from './complaint/handler.ts';
import { pressComplaint } from './complaint/press.ts';
import type { SmallForm, SmallFormHandler } from './small-form.ts';
import { smsHandler } from './sms/handler.ts';
import { verifyHandler } from './verify/verify.ts';

/**
 * A message while a small form is being filled in: the answer to what it asked, or null when it is about
 * something else; then the form waits.
 */
export async function textInForm(
  exchange: Exchange,
  understood: Understanding,
): Promise<Reply[] | null> {
  const form = exchange.state.smallForm;
  if (!form) return null;
  const { text } = understood;
  if (form.parked) {
    // What is written belongs to what was asked since, or to a booking that was gone back to.
    const { form: booking, pending, expecting } = exchange.state;
    if (booking || pending || expecting) return null;
    if (saysYes(text)) return resumeForm(exchange);
    if (saysNo(text)) return leaveForm(exchange);
  }
  const replies = await handlerOf(form).text(exchange, form, understood);
  return taken(exchange, replies);
}

/** The same for a photo, a place and so on. */
export async function otherInForm(exchange: Exchange, input: Input): Promise<Reply[] | null> {
  const form = exchange.state.smallForm;
  const handler = form && handlerOf(form);
  if (!form || form.parked || !handler?.other) return null;
  return handler.other(exchange, form, input);
}

export async function pressForm(
  exchange: Exchange,
  action: ComplaintPress | AccessPress,
): Promise<Reply[]> {
  return action.kind === 'access-property' || action.kind === 'access-days'
    ? pressAccess(exchange, action)
    : pressComplaint(exchange, action);
}

/** The proof that was asked for is there. Null: no form waits for it. */
export async function continueForm(exchange: Exchange): Promise<Reply[] | null> {
  const form = exchange.state.smallForm;
  if (!form || form.parked) return null;
  return handlerOf(form).advance(exchange, form);
}

export async function resumeForm(exchange: Exchange): Promise<Reply[]> {
  delete exchange.state.smallForm?.parked;
  return (await continueForm(exchange)) ?? oldButton(exchange);
}

const LEFT = {
  complaint: say('complaint-left'),
  'verify-certificate': say('verify-left'),
  'give-access': say('access-left'),
  'open-link': say('access-link-left'),
  'sms-code': say('sms-left'),
} as const satisfies Record<SmallForm['kind'], Sentence>;

/** The citizen wants out: nothing was filed, and a booking behind it comes to light again. */
export function leaveForm(exchange: Exchange): Reply[] {
  const { smallForm, form } = exchange.state;
  if (!smallForm) return oldButton(exchange);
  delete exchange.state.smallForm;
  exchange.outcome = 'cancelled';
  return [
    { lines: [LEFT[smallForm.kind]], keyboard: { kind: 'none' } },
    ...(form ? [] : [{ lines: [say('what-next')], buttons: menu() }]),
  ];
}

/** Something else is turned to; the form waits. */
export function parkForm({ state }: Exchange): void {
  if (state.smallForm) state.smallForm.parked = true;
}

function taken(exchange: Exchange, replies: Reply[] | null): Reply[] | null {
  if (replies === null) {
    parkForm(exchange);
    return null;
  }
  delete exchange.state.smallForm?.parked;
  return replies;
}

function handlerOf({ kind }: SmallForm): SmallFormHandler<SmallForm> {
  const handlers = {
    'verify-certificate': verifyHandler,
    complaint: complaintHandler,
    'give-access': accessHandler,
    'open-link': linkHandler,
    'sms-code': smsHandler,
  };
  return handlers[kind] as unknown as SmallFormHandler<SmallForm>;
}
