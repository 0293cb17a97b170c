import { say } from '../wording/sentence.ts';
import type { State } from './state.ts';
import type { Reply } from './turn.ts';

/**
 * A keyboard that asked for a number or a place must not stay below the chat once the talk has moved on. A
 * message carries either its buttons or the keyboard's removal, so a short one of its own removes it where
 * every reply has buttons.
 */
export function withKeyboardRemoved(state: State, replies: Reply[]): Reply[] {
  if (replies.some(({ keyboard }) => keyboard && keyboard.kind !== 'none')) {
    state.keyboardShown = true;
    return replies.map(withoutRemoval);
  }
  if (!state.keyboardShown) return replies.map(withoutRemoval);
  const plain = replies.find(({ buttons }) => !buttons?.length);
  if (!plain && isStillAsked(state)) return replies.map(withoutRemoval);
  delete state.keyboardShown;
  const others = replies.map(withoutRemoval);
  if (!plain) return [{ lines: [say('noted')], keyboard: { kind: 'none' } }, ...others];
  const at = replies.indexOf(plain);
  return others.with(at, { ...others[at]!, keyboard: { kind: 'none' } });
}

/** Another question was answered in between; what the keyboard asks for is still wanted. */
function isStillAsked({ form, smallForm, pending }: State): boolean {
  if (pending !== undefined || smallForm?.parked) return true;
  return form !== undefined && form.address === null;
}

function withoutRemoval(reply: Reply): Reply {
  if (reply.keyboard?.kind !== 'none') return reply;
  const { keyboard: _, ...rest } = reply;
  return rest;
}
