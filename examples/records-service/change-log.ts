import type { Kysely } from 'kysely';
import { eventsAfter, newestEvent } from '../../src/records/record-events.ts';

export interface ChangeLog {
  /** The changes after a cursor, the oldest first; with no cursor none, but where the log stands. */
  after(cursor: string | null): Promise<{
    cursor: string;
    changes: { kind: string; key: string[]; code: string; isNew: boolean }[];
  }>;
}

const MOST = 500;

/** The cursor is the number of the last change in a table that only grows. */
export function changeLog<Schema>(db: Kysely<Schema>): ChangeLog {
  return {
    async after(cursor) {
      if (cursor === null) return { cursor: String(await newestEvent(db)), changes: [] };
      const events = await eventsAfter(db, Number(cursor), MOST);
      return {
        cursor: String(events.at(-1)?.id ?? cursor),
        changes: events.map(({ kind, objectKey, code, before }) => ({
          kind,
          key: objectKey,
          code,
          isNew: before === null,
        })),
      };
    },
  };
}
