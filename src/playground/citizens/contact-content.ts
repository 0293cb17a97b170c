import type { Contact } from '../bot-api/shapes.ts';
import type { DemoCitizen } from '../options.ts';
import type { Chat } from '../world/chats.ts';
import type { World } from '../world/world.ts';
import type { ContactOf } from './act.ts';

/** The contact card as Telegram makes it; null when that citizen does not exist. */
export function contactContent(world: World, chat: Chat, of: ContactOf): Contact | null {
  if (of === 'own') return cardOf(chat.citizen, '');
  // A card typed by hand names no account, so it vouches for nobody.
  if ('phone' in of) return { phone_number: of.phone, first_name: of.firstName };
  const other = world.chats.find(of.citizen)?.citizen;
  return other ? cardOf(other, '+') : null;
}

/** Telegram's clients send the number with or without a plus; both occur here. */
function cardOf({ id, firstName, lastName, mobile }: DemoCitizen, plus: '' | '+'): Contact {
  return {
    phone_number: plus + mobile.replace(/^0/, '98'),
    first_name: firstName,
    ...(lastName ? { last_name: lastName } : {}),
    user_id: id,
  };
}
