import type { ForwardOrigin } from '../bot-api/shapes.ts';
import type { World } from '../world/world.ts';
import type { Origin } from './act.ts';

const AN_HOUR = 3600;

/** Where a forwarded message was first written, an hour ago; null when that citizen does not exist. */
export function forwardOrigin(world: World, from: Origin): ForwardOrigin | null {
  const date = Math.floor(world.now().getTime() / 1000) - AN_HOUR;
  if ('hidden' in from) return { type: 'hidden_user', date, sender_user_name: from.hidden };
  const user = world.chats.find(from.citizen)?.user;
  return user ? { type: 'user', date, sender_user: user } : null;
}
