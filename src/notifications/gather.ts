import { UpstreamError } from '../errors.ts';
import type { Topic } from '../language/vocabulary.ts';
import type { Letter, NewsEvent, NotifierParts } from './news.ts';
import { type Subscriber, subscribersOf } from './subscriptions.ts';

/** What one step will tell. */
export interface Batch<Event, Message> {
  /** The last event it covers; where the step began when there is nothing new. */
  upTo: number;
  letters: Letter<Event, Message>[];
  ended: Subscriber[];
}

const EVENTS_AT_ONCE = 1_000;
/** Few enough that a step is one short transaction. */
const LETTERS_AT_ONCE = 20;

const TOPIC_OF = {
  request: 'requests',
  bill: 'bills',
  certificate: 'certificates',
} as const satisfies Record<NewsEvent['kind'], Topic>;

/** Reads on from the cursor and composes the next letters; changes nothing. */
export async function gather<Event extends NewsEvent, Message>(
  parts: Pick<
    NotifierParts<Event, Message, unknown>,
    'db' | 'eventsAfter' | 'compose' | 'now' | 'onBug'
  >,
  from: number,
): Promise<Batch<Event, Message>> {
  const events = await parts.eventsAfter(from, EVENTS_AT_ONCE);
  const batch: Batch<Event, Message> = { upTo: from, letters: [], ended: [] };
  const all = await subscribersOf(
    parts.db,
    events.map(({ code }) => code),
  );
  const newest = newestOfEach(events);
  for (const event of events) {
    if (batch.letters.length >= LETTERS_AT_ONCE) break;
    batch.upTo = event.id;
    if (newest.get(objectOf(event)) !== event) continue;
    const subscribers = all.filter(
      ({ code, topic, afterEvent }) =>
        code === event.code && topic === TOPIC_OF[event.kind] && afterEvent < event.id,
    );
    for (const subscriber of subscribers) await compose(parts, batch, subscriber, event);
  }
  return batch;
}

/** What changed several times overnight is told once, as it stands. */
function newestOfEach<Event extends NewsEvent>(events: Event[]): Map<string, Event> {
  return new Map(events.map((event) => [objectOf(event), event]));
}

function objectOf({ kind, objectKey, code }: NewsEvent): string {
  return JSON.stringify([kind, objectKey, code]);
}

async function compose<Event extends NewsEvent, Message>(
  {
    compose: composed,
    now,
    onBug,
  }: Pick<NotifierParts<Event, Message, unknown>, 'compose' | 'now' | 'onBug'>,
  batch: Batch<Event, Message>,
  subscriber: Subscriber,
  event: Event,
): Promise<void> {
  try {
    const made = await composed(subscriber, event, now());
    const key = `event:${event.id}:${subscriber.citizenId}`;
    if (made.kind === 'ended') batch.ended.push(subscriber);
    if (made.kind === 'tell') batch.letters.push({ key, subscriber, event, message: made.message });
  } catch (error) {
    if (error instanceof UpstreamError) throw error;
    // One that can't be told must not keep all that come after it from being told.
    onBug(error);
  }
}
