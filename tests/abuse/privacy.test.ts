import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openStorage } from '../../src/open-storage.ts';
import { postgresRecords } from '../../src/records/postgres-records.ts';
import { createPostgresDatabase } from '../helpers/database.ts';
import { programPath } from '../helpers/programs.ts';
import { type CityBot, MARYAM, startCityBot } from './city-bot.ts';

const run = promisify(execFile);
const DEBT = 'بدهی ملکم چقدره؟';

describe('what is kept of a citizen', () => {
  let bot: CityBot;
  let folder: string;
  beforeAll(async () => {
    bot = await startCityBot();
    folder = mkdtempSync(join(tmpdir(), 'pasokh-backup-'));
  });
  afterAll(async () => {
    await bot?.close();
    rmSync(folder, { recursive: true });
  });

  /** Every table in which the account is named, by any column. */
  const namedIn = async (citizenId: string) => {
    const { rows } = await sql<{ name: string }>`
      select table_schema || '.' || table_name as name from information_schema.tables
      where table_schema in ('bot', 'public') and table_type = 'BASE TABLE' order by 1`.execute(
      bot.database.db,
    );
    const found: string[] = [];
    for (const { name } of rows) {
      const { rows: hits } = await sql`
        select 1 from ${sql.table(name)} t where t::text like ${`%${citizenId}%`} limit 1`.execute(
        bot.database.db,
      );
      if (hits.length > 0) found.push(name);
    }
    return found;
  };

  test('is erased on request, and what stays is a visit ahead, the language, and an audit of nobody', async () => {
    const citizenId = `telegram:${MARYAM.id}`;
    await bot.sharesOwnContact(MARYAM);
    await bot.says(MARYAM.id, DEBT);
    await bot.says(MARYAM.id, '9990000107');
    await bot.says(MARYAM.id, 'خبرم کن');
    expect(await namedIn(citizenId)).toContain('bot.proofs');
    const asked = await bot.says(MARYAM.id, 'اطلاعات من را پاک کن');
    const yes = asked.actions.find((action) => action.includes('erase') && !/no$/.test(action));
    const done = await bot.presses(MARYAM.id, yes!);
    expect(done.text).toContain('پاک شد');
    const left = await namedIn(citizenId);
    expect(left.filter((name) => !['public.sessions', 'bot.lines'].includes(name))).toEqual([]);
    const { rows } = await sql<{ state: object }>`select state from sessions
      where key = ${citizenId}`.execute(bot.database.db);
    for (const { state } of rows) {
      expect(Object.keys(state).toSorted()).toEqual(
        Object.keys(state)
          .filter((key) => /^(version|locale|met|keyboardShown)$/.test(key))
          .toSorted(),
      );
    }
    const audit = await bot.database.db.selectFrom('bot.audit').selectAll().execute();
    expect(audit.length).toBeGreaterThan(0);
    const pseudonyms = await bot.database.db.selectFrom('bot.pseudonyms').selectAll().execute();
    const known = new Set(pseudonyms.map(({ pseudonym }) => pseudonym));
    expect(audit.some(({ pseudonym }) => known.has(pseudonym))).toBe(false);
    expect((await bot.says(MARYAM.id, DEBT)).text).toContain('شماره');
  });

  test('is not written to once the citizen has blocked the bot, and a booked visit stays', async () => {
    const citizen = { id: 9005, mobile: '09000001005' };
    await bot.sharesOwnContact(citizen);
    await bot.says(citizen.id, 'هر خبری از ملکم شد خبرم کن');
    const chat = { id: citizen.id, type: 'private' as const, first_name: 'x' };
    const from = { id: citizen.id, is_bot: false, first_name: 'x' };
    const member = (status: string) => ({ user: { id: 1, is_bot: true, first_name: 'b' }, status });
    await bot.takes({
      my_chat_member: {
        ...{ chat, from, date: 1 },
        ...{ old_chat_member: member('member'), new_chat_member: member('kicked') },
      },
    } as never);
    const subscribed = bot.database.db
      .selectFrom('bot.subscriptions')
      .select('code')
      .where('chat_id', '=', citizen.id);
    expect(await subscribed.execute()).toEqual([]);
  });

  test('lies in a backup unreadable, and comes back whole from it', async () => {
    const citizen = { id: 9006, mobile: '09000001006' };
    await bot.sharesOwnContact(citizen);
    const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(
      bot.database.db,
    );
    const url = databaseUrl(rows[0]!.name);
    const key = join(folder, 'backup.key');
    const backup = join(folder, 'pasokh.dump.enc');
    writeFileSync(key, 'a key of the tests', { mode: 0o600 });
    const cipher = `openssl enc -aes-256-cbc -pbkdf2 -iter 600000 -salt -pass file:${key}`;
    await shell(`${postgres('pg_dump')} --format=custom "${url}" | ${cipher} -out ${backup}`);
    const bytes = readFileSync(backup);
    for (const plain of ['telegram:', '9006', 'CREATE TABLE', 'PGDMP', 'bot.proofs', 'ارم']) {
      expect(bytes.includes(plain), plain).toBe(false);
    }
    const restored = await createPostgresDatabase();
    await shell(
      `${cipher} -d -in ${backup} | ${postgres('pg_restore')} --no-owner -d "${restored.url}"`,
    );
    const database = await openStorage({ url: restored.url });
    const proofs = await database.db.selectFrom('bot.proofs').select('citizen_id').execute();
    expect(proofs).toContainEqual({ citizen_id: 'telegram:9006' });
    const records = postgresRecords(database.db);
    expect(await records.partiesByMobile(bot.hash('mobile', citizen.mobile))).toHaveLength(1);
    await database.close();
    await restored.drop();
  });
});

/** The programs of the server the tests run. */
function postgres(program: 'pg_dump' | 'pg_restore'): string {
  return join(dirname(programPath('postgres')), program);
}

/** As an operator types it: any part that fails makes the whole fail. */
async function shell(line: string): Promise<void> {
  await run('bash', ['-o', 'pipefail', '-c', line]);
}

function databaseUrl(name: string): string {
  const url = new URL(inject('postgresUrl'));
  url.pathname = `/${name}`;
  return url.href;
}
