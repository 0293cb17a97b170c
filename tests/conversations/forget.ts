import { sql } from 'kysely';
import type { Database } from '../../src/database/database.ts';
import type { Tables } from '../../src/tables.ts';
import { loadDemoCity } from './talk.ts';

/** Every transcript begins with citizens nobody has met, and with the demo city as it is. */
export async function forget(database: Database<Tables>): Promise<void> {
  const { db } = database;
  await db.deleteFrom('bot.proofs').execute();
  await db.deleteFrom('bot.former_proofs').execute();
  await db.deleteFrom('bot.grants').execute();
  await db.deleteFrom('bot.sms_codes').execute();
  await db.deleteFrom('bot.misses').execute();
  await db.deleteFrom('bot.bookings').execute();
  await db.deleteFrom('bot.complaints').execute();
  await db.deleteFrom('bot.subscriptions').execute();
  await db.deleteFrom('bot.kept_questions').execute();
  await db.deleteFrom('bot.voice_consents').execute();
  await db.deleteFrom('bot.voice_uses').execute();
  await db.deleteFrom('sessions').execute();
  await forgetAudit(database);
  await undoImports(database);
}

/** Only ever grows; owners are told of it, so one transcript must not speak of another. */
async function forgetAudit({ db }: Database<Tables>): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx);
    await sql`delete from bot.audit`.execute(tx);
  });
}

async function undoImports(database: Database<Tables>): Promise<void> {
  const { db } = database;
  const { rows } = await sql<{ later: number }>`
    select count(*) - 1 as later from records.imports`.execute(db);
  if (rows[0]?.later === 0) return;
  await loadDemoCity(database);
  await sql`delete from records.events`.execute(db);
  await sql`delete from records.imports where id > (select min(id) from records.imports)`.execute(
    db,
  );
}
