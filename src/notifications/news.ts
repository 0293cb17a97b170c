import type { Kysely, Transaction } from 'kysely';
import type { RenovationCode } from '../language/vocabulary.ts';
import type { QuietHours } from './quiet-hours.ts';
import type { Subscriber } from './subscriptions.ts';
import type { NotificationTables } from './tables.ts';

/** Something that changed on record. */
export interface NewsEvent {
  id: number;
  kind: 'request' | 'bill' | 'certificate';
  objectKey: string[];
  code: RenovationCode;
}

/** What an event is to one subscriber. `ended`: they may not be told of this property any more. */
export type Composed<Message> =
  | { kind: 'tell'; message: Message }
  | { kind: 'nothing' }
  | { kind: 'ended' };

/** One message on its way; `key` is the same whenever and wherever this event is told to this subscriber. */
export interface Letter<Event, Message> {
  key: string;
  subscriber: Subscriber;
  event: Event;
  message: Message;
}

export interface NotifierParts<Event extends NewsEvent, Message, Row> {
  db: Kysely<NotificationTables>;
  eventsAfter(id: number, limit: number): Promise<Event[]>;
  /** Throws `UpstreamError` when it can't be known now what may be told. */
  compose(subscriber: Subscriber, event: Event, now: Date): Promise<Composed<Message>>;
  /** Puts the message into the outbox, on this transaction. */
  put(tx: Transaction<NotificationTables>, letter: Letter<Event, Message>): Promise<Row[]>;
  /** Sends what has been committed. */
  send(rows: Row[]): void;
  quietHours: QuietHours;
  now: () => Date;
  /** A bug kept one subscriber from being told; the others are. */
  onBug(error: unknown): void;
}
