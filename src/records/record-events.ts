import { type Kysely, sql } from 'kysely';
import type { RenovationCode } from '../language/vocabulary.ts';

/** What an import changed, as subscribers are told of it; written with the change itself. */
export interface RecordEvent {
  id: number;
  kind: 'request' | 'bill' | 'certificate';
  /** The request number; the bill and payment id; the kind and number of the certificate. */
  objectKey: string[];
  code: RenovationCode;
  /** Null when the object is new. */
  before: EventFacts | null;
  after: EventFacts;
}

export interface EventFacts {
  status?: string;
  /** Of a request. */
  stage?: string | null;
  /** Of a certificate. */
  validUntil?: string | null;
}

/** In order. Ids are given by one import at a time, so none turns up later below one that was seen. */
export async function eventsAfter<Schema>(
  db: Kysely<Schema>,
  id: number,
  limit: number,
): Promise<RecordEvent[]> {
  const { rows } = await sql<RecordEvent>`
    select id, kind, object_key as "objectKey", code, before, after
    from records.events where id > ${id} order by id limit ${limit}`.execute(db);
  return rows;
}

/** The id of the newest event; 0 before the first. */
export async function newestEvent<Schema>(db: Kysely<Schema>): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    select coalesce(max(id), 0) as id from records.events`.execute(db);
  return rows[0]?.id ?? 0;
}
