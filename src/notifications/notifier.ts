import type { Kysely, Transaction } from 'kysely';
import { gather } from './gather.ts';
import type { Letter, NewsEvent, NotifierParts } from './news.ts';
import { isQuiet } from './quiet-hours.ts';
import { pause } from './rounds.ts';
import { type Subscriber, subscribersOf, unsubscribe } from './subscriptions.ts';
import type { NotificationTables } from './tables.ts';

/** About what is sent in a second: what is composed early waits in the outbox while the records move on. */
const LETTERS_A_SECOND = 28;

/** Tells subscribers of what is new, in small steps, until nothing is left or the night begins. */
export async function tellNews<Event extends NewsEvent, Message, Row>(
  parts: NotifierParts<Event, Message, Row>,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted && !isQuiet(parts.quietHours, parts.now())) {
    const { told, isDone } = await tellNext(parts);
    if (isDone) return;
    await pause((told * 1_000) / LETTERS_A_SECOND, signal);
  }
}

/**
 * One step. The cursor moves in the transaction that fills the outbox, and only from where this step began:
 * of several processes one wins, and one that dies has told nothing or all of it.
 */
async function tellNext<Event extends NewsEvent, Message, Row>(
  parts: NotifierParts<Event, Message, Row>,
): Promise<{ told: number; isDone: boolean }> {
  const { db, put, send } = parts;
  const from = await cursor(db);
  const batch = await gather(parts, from);
  if (batch.upTo === from) return { told: 0, isDone: true };
  const rows = await db.transaction().execute(async (tx) => {
    if (!(await moveCursor(tx, from, batch.upTo))) return [];
    for (const { citizenId, code } of batch.ended) await unsubscribe(tx, { citizenId, code });
    const wanted = await stillWanted(tx, batch.letters);
    const sent: Row[] = [];
    for (const letter of wanted) sent.push(...(await put(tx, letter)));
    return sent;
  });
  send(rows);
  return { told: rows.length, isDone: false };
}

async function cursor(db: Kysely<NotificationTables>): Promise<number> {
  const { event_id: id } = await db
    .selectFrom('bot.news_cursor')
    .select('event_id')
    .executeTakeFirstOrThrow();
  return id;
}

async function moveCursor(
  tx: Transaction<NotificationTables>,
  from: number,
  to: number,
): Promise<boolean> {
  const moved = await tx
    .updateTable('bot.news_cursor')
    .set({ event_id: to })
    .where('event_id', '=', from)
    .returning('event_id')
    .executeTakeFirst();
  return moved !== undefined;
}

/** Without those who said "no more" while this was being composed. */
async function stillWanted<Event extends NewsEvent, Message>(
  tx: Transaction<NotificationTables>,
  letters: Letter<Event, Message>[],
): Promise<Letter<Event, Message>[]> {
  const now = await subscribersOf(
    tx,
    letters.map(({ event }) => event.code),
  );
  const keys = new Set(now.map(nameOf));
  return letters.filter(({ subscriber }) => keys.has(nameOf(subscriber)));
}

function nameOf({ citizenId, code, topic }: Subscriber): string {
  return `${citizenId} ${code} ${topic}`;
}
