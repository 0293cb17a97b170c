import type { Kysely } from 'kysely';
import type { Config } from '../config.ts';
import { openStorage, storageOf } from '../open-storage.ts';
import { reviewsOfRunningProcess } from '../review/ask-running-process.ts';
import { databaseReviews, type Reviews } from '../review/reviews.ts';
import type { ReviewTables } from '../review/tables.ts';

/** The list of the bot with these settings. A running bot that holds the embedded database is asked for it. */
export async function openReviews(config: Config): Promise<Reviews & { close(): Promise<void> }> {
  const running = config.databaseUrl ? null : await reviewsOfRunningProcess(config.dataDir);
  if (running) return { ...running, close: async () => {} };
  const database = await openStorage(storageOf(config));
  const reviews = databaseReviews(database.db as unknown as Kysely<ReviewTables>);
  return { ...reviews, close: () => database.close() };
}
