import type { DemoCitizen } from '../options.ts';
import type { Events, ShownSms } from './events.ts';

/** How many messages a phone shows. */
const KEPT = 20;

/** The citizens' phones, for what comes by SMS instead of the messenger. */
export interface Phones {
  /** Nobody's number is taken too: a gateway doesn't know either. The same key twice is one message. */
  receive(sms: { to: string; text: string; key: string | undefined }): void;
  of(citizenId: number): readonly ShownSms[];
}

export function createPhones(parts: {
  citizens: DemoCitizen[];
  events: Events;
  now: () => Date;
}): Phones {
  const { citizens, events, now } = parts;
  const received = new Map<number, ShownSms[]>();
  const keys = new Set<string>();
  return {
    receive({ to, text, key }) {
      if (key !== undefined && keys.has(key)) return;
      if (key !== undefined) keys.add(key);
      const owner = citizens.find(
        ({ mobile, otherMobiles = [] }) => mobile === to || otherMobiles.includes(to),
      );
      if (!owner) return;
      const sms = { to, text, date: Math.floor(now().getTime() / 1000) };
      received.set(owner.id, [...(received.get(owner.id) ?? []), sms].slice(-KEPT));
      events.emit({ type: 'sms', chatId: owner.id, sms });
    },
    of: (citizenId) => received.get(citizenId) ?? [],
  };
}
