import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/database/database.ts';
import { UpstreamError } from '../../src/errors.ts';
import type { Party } from '../../src/records/record-store.ts';
import { createSmsCodes } from '../../src/sms/create-sms-codes.ts';
import {
  askForCode,
  countTry,
  endCodesOf,
  forgetOldCodes,
  useCode,
} from '../../src/sms/effects.ts';
import { createSmsSecrets } from '../../src/sms/secrets.ts';
import { type CodeSenderParts, sendDueCodes } from '../../src/sms/send-due-codes.ts';
import type { Sms } from '../../src/sms/send-sms.ts';
import type { SmsTables } from '../../src/sms/tables.ts';
import { testDatabases } from '../helpers/database.ts';

const NOW = new Date('2026-11-21T06:30:00Z');
const MINUTE = 60_000;
const later = (ms: number) => new Date(NOW.getTime() + ms);
const secrets = createSmsSecrets('7'.repeat(64));
const PARTY: Party = { nationalIdHash: 'id', holdings: [], applications: [] };
const never = new AbortController().signal;

describe.each(testDatabases())('codes by SMS on $name', ({ open }) => {
  let database: Database<SmsTables>;
  let db: Kysely<SmsTables>;
  beforeAll(async () => {
    database = await open<SmsTables>();
    db = database.db;
  });
  afterAll(() => database.close());
  afterEach(async () => {
    await db.deleteFrom('bot.sms_codes').execute();
  });

  const codes = () => createSmsCodes({ db, secrets, randomBytes });
  /** A citizen asks for a code to a mobile whose hash is the mobile itself with an h. */
  async function ask(citizenId: string, mobile: string, now = NOW) {
    const code = codes().draw(mobile, now);
    const mobileHash = `h${mobile}`;
    const outcome = await database.db
      .transaction()
      .execute((tx) => askForCode(tx, { citizenId, mobileHash, code, locale: 'fa', now }));
    return { outcome, codeId: code.id };
  }
  /** One round of a sender over a gateway that notes what it gets. */
  async function send(now: Date, how: Partial<CodeSenderParts> = {}): Promise<Sms[]> {
    const sent: Sms[] = [];
    const parts: CodeSenderParts = {
      ...{ db, secrets, now: () => now, onFailure: () => {} },
      records: { partiesByMobile: async (hash) => (hash.startsWith('h0912') ? [PARTY] : []) },
      async send(sms) {
        sent.push(sms);
        return 'accepted';
      },
      textOf: (code) => code,
      ...how,
    };
    await sendDueCodes(parts, never);
    return sent;
  }
  const judge = (citizenId: string, codeId: string, code: string, now = NOW) =>
    codes().judge({ citizenId, codeId, code }, now);
  const waits = (citizenId: string, mobile: string, now: Date) =>
    codes().waitingTime({ citizenId, mobileHash: `h${mobile}` }, now);

  test('a code that was sent is right once, for the account that asked and its mobile', async () => {
    const { codeId } = await ask('a', '09120000001');
    const [sms] = await send(NOW);
    expect(sms).toMatchObject({ to: '09120000001', key: codeId });
    expect(sms?.text).toMatch(/^\d{6}$/);
    expect(await judge('a', codeId, sms!.text)).toEqual({
      kind: 'right',
      mobileHash: 'h09120000001',
    });
    expect(await judge('b', codeId, sms!.text)).toEqual({ kind: 'over' });
    expect(await useCode(db, { codeId, citizenId: 'b', now: NOW })).toBe('gone');
    expect(await useCode(db, { codeId, citizenId: 'a', now: NOW })).toBe('done');
    expect(await useCode(db, { codeId, citizenId: 'a', now: NOW })).toBe('gone');
    expect(await judge('a', codeId, sms!.text)).toEqual({ kind: 'over' });
  });

  test('neither the number nor the code stands in the database in the clear', async () => {
    await ask('a', '09120000001');
    const { sealed } = await db
      .selectFrom('bot.sms_outbox')
      .select('sealed')
      .executeTakeFirstOrThrow();
    const { code_hash } = await db
      .selectFrom('bot.sms_codes')
      .select('code_hash')
      .executeTakeFirstOrThrow();
    const rows = `${Buffer.from(sealed, 'base64url').toString('latin1')} ${sealed} ${code_hash}`;
    const [sms] = await send(NOW);
    expect(rows).not.toContain('09120000001');
    expect(rows).not.toContain(sms!.text);
  });

  test('nothing of a message is left once it is sent', async () => {
    await ask('a', '09120000001');
    await send(NOW);
    expect(await db.selectFrom('bot.sms_outbox').selectAll().execute()).toEqual([]);
    expect(await send(NOW)).toEqual([]);
  });

  test('a mobile on no record gets no message, and no code is right', async () => {
    const { codeId } = await ask('a', '09350000001');
    const sealed = await db.selectFrom('bot.sms_outbox').selectAll().executeTakeFirstOrThrow();
    expect(await send(NOW)).toEqual([]);
    expect(await db.selectFrom('bot.sms_outbox').selectAll().execute()).toEqual([]);
    const [, code] = secrets.open(sealed.sealed, codeId)!.split(' ');
    expect(await judge('a', codeId, code!)).toMatchObject({ kind: 'wrong' });
  });

  test('after two minutes a code is over, and what has not been sent is not sent', async () => {
    const { codeId } = await ask('a', '09120000001');
    const [sms] = await send(NOW);
    expect(await judge('a', codeId, sms!.text, later(2 * MINUTE - 1))).toMatchObject({
      kind: 'right',
    });
    expect(await judge('a', codeId, sms!.text, later(2 * MINUTE))).toEqual({ kind: 'over' });
    await ask('b', '09120000002');
    expect(await send(later(2 * MINUTE))).toEqual([]);
    expect(await db.selectFrom('bot.sms_outbox').selectAll().execute()).toEqual([]);
  });

  test('the fifth wrong code is the last, even for the right one', async () => {
    const { codeId } = await ask('a', '09120000001');
    const [sms] = await send(NOW);
    const wrong = sms!.text === '000000' ? '000001' : '000000';
    for (const triesLeft of [4, 3, 2, 1, 0]) {
      expect(await judge('a', codeId, wrong)).toEqual({ kind: 'wrong', triesLeft });
      expect(await countTry(db, codeId)).toBe('done');
    }
    expect(await judge('a', codeId, sms!.text)).toEqual({ kind: 'over' });
    expect(await countTry(db, codeId)).toBe('gone');
  });

  test('a newer code of the account ends the one before', async () => {
    const { codeId } = await ask('a', '09120000001');
    const [first] = await send(NOW);
    const again = await ask('a', '09120000002', later(1));
    expect(await judge('a', codeId, first!.text)).toEqual({ kind: 'over' });
    const [second] = await send(later(1));
    expect(await judge('a', again.codeId, second!.text)).toMatchObject({ kind: 'right' });
  });

  test('three codes an hour go to an account, whether or not its mobiles are on record', async () => {
    for (const mobile of ['09120000001', '09350000001', '09350000002']) {
      expect(await waits('a', mobile, NOW)).toBe(null);
      expect((await ask('a', mobile)).outcome).toBe('done');
    }
    expect(await waits('a', '09120000009', later(MINUTE))).toEqual(later(60 * MINUTE));
    expect((await ask('a', '09120000009', later(MINUTE))).outcome).toBe('gone');
    expect(await waits('a', '09120000009', later(60 * MINUTE))).toBe(null);
  });

  test.each(['09120000001', '09350000001'])('three codes an hour go to %s', async (mobile) => {
    for (const citizen of ['a', 'b', 'c']) await ask(citizen, mobile);
    expect(await waits('d', mobile, NOW)).toEqual(later(60 * MINUTE));
    expect((await ask('d', mobile)).outcome).toBe('gone');
    expect(await waits('d', '09120000002', NOW)).toBe(null);
  });

  test('sixty a minute go out over all', async () => {
    for (let n = 0; n < 60; n++) await ask(`c${n}`, `0912${String(n).padStart(7, '0')}`);
    expect(await waits('d', '09350000009', NOW)).toEqual(later(MINUTE));
    expect(await waits('d', '09350000009', later(MINUTE))).toBe(null);
  });

  test('of two turns at once only one gets the last that is allowed', async () => {
    await ask('a', '09120000001');
    await ask('a', '09120000002');
    const both = await Promise.all([ask('a', '09120000003'), ask('a', '09120000004')]);
    expect(both.map(({ outcome }) => outcome).sort()).toEqual(['done', 'gone']);
  });

  test('a gateway that is down is tried again while the code counts', async () => {
    const { codeId } = await ask('a', '09120000001');
    const failures: unknown[] = [];
    const down = {
      send: async () => {
        throw new UpstreamError('down');
      },
      onFailure: (error: unknown) => failures.push(error),
    };
    expect(await send(NOW, down)).toEqual([]);
    expect(failures).toHaveLength(1);
    const [sms] = await send(later(5_000));
    expect(sms?.key).toBe(codeId);
  });

  test('a message the gateway refuses is not tried again', async () => {
    await ask('a', '09120000001');
    const outcomes: string[] = [];
    await send(NOW, {
      send: async () => 'refused',
      onFailure: (_, outcome) => outcomes.push(outcome),
    });
    expect(outcomes).toEqual(['refused']);
    expect(await send(later(5_000))).toEqual([]);
  });

  test('records that are down are no "not on record": the message waits for them', async () => {
    await ask('a', '09120000001');
    const partiesByMobile = async () => {
      throw new UpstreamError('down');
    };
    expect(await send(NOW, { records: { partiesByMobile } })).toEqual([]);
    expect(await send(later(5_000))).toHaveLength(1);
  });

  test('however many workers send, each message goes out once', async () => {
    for (let n = 0; n < 15; n++) await ask(`c${n}`, `0912${String(n).padStart(7, '0')}`);
    const all = (await Promise.all([send(NOW), send(NOW), send(NOW)])).flat();
    expect(new Set(all.map(({ key }) => key)).size).toBe(15);
    expect(all).toHaveLength(15);
  });

  test('erasing one’s data ends codes and messages on their way, and is no way around the limits', async () => {
    const { codeId } = await ask('a', '09120000001');
    const [sms] = await send(NOW);
    for (const mobile of ['09120000002', '09120000003']) await ask('a', mobile);
    await endCodesOf(db, 'a', NOW);
    expect(await send(NOW)).toEqual([]);
    expect(await judge('a', codeId, sms!.text)).toEqual({ kind: 'over' });
    expect(await waits('a', '09120000004', later(MINUTE))).not.toBe(null);
    await forgetOldCodes(db, later(60 * MINUTE));
    expect(await db.selectFrom('bot.sms_codes').selectAll().execute()).toEqual([]);
  });
});
