import type { Kysely } from 'kysely';
import type { Config } from '../config.ts';
import { openStorage, playgroundFolder, recordsFolder } from '../open-storage.ts';
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

/** As the bot does: without a token it is the playground. */
function storageOf(config: Config): { url: string } | { folder: string } {
  if (config.databaseUrl) return { url: config.databaseUrl };
  return { folder: config.botToken ? recordsFolder(config) : playgroundFolder(config) };
}
