import type { Database } from '../../src/database/database.ts';
import type { Tables } from '../../src/tables.ts';

/** Every transcript begins with citizens nobody has met. */
export async function forget({ db }: Database<Tables>): Promise<void> {
  await db.deleteFrom('bot.proofs').execute();
  await db.deleteFrom('bot.misses').execute();
  await db.deleteFrom('bot.bookings').execute();
  await db.deleteFrom('bot.complaints').execute();
  await db.deleteFrom('sessions').execute();
}
