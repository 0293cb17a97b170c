import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { Database } from '../../src/database/database.ts';
import type { RenovationCode, Topic } from '../../src/language/vocabulary.ts';
import type { NewsEvent } from '../../src/notifications/news.ts';
import { subscribe } from '../../src/notifications/subscriptions.ts';
import type { NotificationTables } from '../../src/notifications/tables.ts';
import { eventsAfter, newestEvent } from '../../src/records/record-events.ts';
import type { TestDatabase } from '../helpers/database.ts';

export const NOON = new Date('2026-11-21T08:30:00Z');
export const CODE = '3-11-245-7-0-0-0';
export const OTHER = '2-7-118-3-1-0-7';

/** Stands for the messages a test's letters leave in the outbox. */
export interface Tables extends NotificationTables {
  told: { key: string };
}

export interface NewsSuite {
  readonly db: Database<Tables>['db'];
  /** Something changed on record; resolves to the event's id. */
  happens(kind: NewsEvent['kind'], object: string, code?: RenovationCode): Promise<number>;
  subscribes(citizen: number, topics: Topic[], code?: RenovationCode): Promise<void>;
  subscribed(): Promise<string[]>;
  cursor(): Promise<number>;
  /** Keys of the letters in the outbox. */
  told(): Promise<string[]>;
  eventsAfter(id: number, limit: number): Promise<NewsEvent[]>;
}

/** Gives every test of the surrounding suite a database with no events and nobody subscribed. */
export function newsSuite({ open }: TestDatabase): NewsSuite {
  let database: Database<Tables>;
  beforeAll(async () => {
    database = await open<Tables>();
    await sql`create table told (key text primary key)`.execute(database.db);
  });
  beforeEach(async () => {
    await database.db.deleteFrom('told').execute();
    await database.db.deleteFrom('bot.subscriptions').execute();
    await database.db.deleteFrom('bot.kept_questions').execute();
    await sql`update bot.news_cursor set event_id = (select coalesce(max(id), 0) from records.events)`.execute(
      database.db,
    );
  });
  afterAll(() => database.close());

  return {
    get db() {
      return database.db;
    },
    async happens(kind, object, code = CODE) {
      const { rows } = await sql<{ id: number }>`
        with run as (insert into records.imports (at, files) values (${NOON}, '{}') returning id)
        insert into records.events (import_id, kind, object_key, code, before, after, at)
        select id, ${kind}, ${[object]}::text[], ${code}, null, '{}'::jsonb, ${NOON} from run
        returning id`.execute(database.db);
      return rows[0]!.id;
    },
    async subscribes(citizen, topics, code = CODE) {
      const afterEvent = await newestEvent(database.db);
      const who = { citizenId: `telegram:${citizen}`, chatId: citizen };
      const what = { code, topics, afterEvent, now: NOON };
      await subscribe(database.db as never, { ...who, ...what });
    },
    async subscribed() {
      const rows = await database.db.selectFrom('bot.subscriptions').selectAll().execute();
      return rows.map(({ chat_id, code, topic }) => `${chat_id} ${code} ${topic}`).sort();
    },
    async cursor() {
      const row = database.db.selectFrom('bot.news_cursor').select('event_id');
      return (await row.executeTakeFirstOrThrow()).event_id;
    },
    async told() {
      const rows = await database.db.selectFrom('told').select('key').execute();
      return rows.map(({ key }) => key).sort();
    },
    eventsAfter: (id, limit) => eventsAfter(database.db, id, limit),
  };
}
