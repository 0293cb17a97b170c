import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eventually } from '../helpers/eventually.ts';
import { type CityBot, type Heard, MARYAM, startCityBot } from './city-bot.ts';

const NOT_VALID = 'این پیوند کار نمی‌کند';
const HER_ADDRESS = 'خیابان بهارستان';
/** Of the demo city: on no file by their own mobiles. */
const NEGAR = { id: 9003, mobile: '09000001003' };
const REZA = { id: 9004, mobile: '09000001004' };
const ON_FILE = '09000001117';

let bot: CityBot;
let gateway: Server;
const delivered: { to: string; text: string }[] = [];

beforeAll(async () => {
  gateway = createServer(async (request, response) => {
    delivered.push((await json(request)) as (typeof delivered)[number]);
    response.writeHead(202).end();
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => gateway.once('listening', resolve));
  const { port } = gateway.address() as AddressInfo;
  bot = await startCityBot({ SMS_URL: `http://127.0.0.1:${port}/`, SMS_TOKEN: 'secret' });
  await bot.sharesOwnContact(MARYAM);
}, 60_000);
afterAll(async () => {
  await bot?.close();
  gateway?.close();
});

describe('a link to a property', () => {
  async function givesLink(): Promise<string> {
    const asked = await bot.says(MARYAM.id, 'به مشاور املاک دسترسی بدم');
    const aWeek = asked.actions.find((action) => action.endsWith(':7'))!;
    const { text } = await bot.presses(MARYAM.id, aWeek);
    return /\?start=([\w-]+)/.exec(text)![1]!;
  }
  const opens = (id: number, payload: string) => bot.says(id, `/start ${payload}`);

  test('carries at least 128 bits in at most 64 characters, and is no other’s', async () => {
    const tokens = [await givesLink(), await givesLink()];
    for (const token of tokens) expect(token).toMatch(/^[\w-]{22,64}$/);
    expect(new Set(tokens).size).toBe(2);
  });

  test('guessed, too long or full of metacharacters is refused in one sentence, and five stop the guessing', async () => {
    const guesses = ['a'.repeat(32), 'a'.repeat(65), "' or 1=1 --", '%00', '<b>x</b>'];
    for (const guess of guesses) expect((await opens(700, guess)).text).toContain(NOT_VALID);
    const right = await givesLink();
    const { text } = await opens(700, right);
    expect(text).not.toContain(NOT_VALID);
    expect(text).not.toContain(HER_ADDRESS);
    // It was not even looked at: it is still good for whom it was meant.
    expect((await opens(701, right)).text).not.toContain(NOT_VALID);
  });

  test('opens nothing without the own contact of who opened it, and nothing for anybody else', async () => {
    const token = await givesLink();
    expect((await opens(REZA.id, token)).text).not.toContain(HER_ADDRESS);
    await bot.sharesOwnContact(NEGAR);
    const second = await opens(NEGAR.id, token);
    expect(second.text).toContain(NOT_VALID);
    expect(second.text).not.toContain(HER_ADDRESS);
    const { text } = await bot.sharesOwnContact(REZA);
    expect(text).toContain(HER_ADDRESS);
    expect((await opens(REZA.id, token)).text).toContain(NOT_VALID);
    expect((await bot.says(NEGAR.id, `بدهی ${MARYAM.code}`)).text).not.toContain(HER_ADDRESS);
  });

  test('taken back it shows nothing at the very next message', async () => {
    expect((await bot.says(REZA.id, `بدهی ${MARYAM.code}`)).text).toContain(HER_ADDRESS);
    for (;;) {
      const { actions } = await bot.presses(MARYAM.id, 'representatives');
      const takeBack = actions.find((action) => action.startsWith('gt:'));
      if (!takeBack) break;
      await bot.presses(REZA.id, takeBack);
      await bot.presses(MARYAM.id, takeBack);
    }
    expect((await bot.says(REZA.id, `بدهی ${MARYAM.code}`)).text).not.toContain(HER_ADDRESS);
  });

  test('pressed by another, the giver’s button takes nothing back', async () => {
    const token = await givesLink();
    const { actions } = await bot.presses(MARYAM.id, 'representatives');
    await bot.presses(REZA.id, actions.find((action) => action.startsWith('gt:'))!);
    expect((await opens(702, token)).text).not.toContain(NOT_VALID);
  });

  test('a day later an unopened one opens nothing', async () => {
    const token = await givesLink();
    bot.passes(24 * 60);
    expect((await opens(703, token)).text).toContain(NOT_VALID);
  });
});

describe('a code by SMS', () => {
  const seen = ({ calls, text, buttons }: Heard) => ({
    methods: calls.map(({ method }) => method),
    text: text.replace(/[۰-۹]{4}•••[۰-۹]{4}/g, 'M'),
    buttons,
  });

  test('sounds the same for a mobile on file and for any other, and goes to the former alone', async () => {
    const heard: ReturnType<typeof seen>[] = [];
    for (const [id, mobile] of [
      [800, '09351112233'],
      [801, ON_FILE],
    ] as const) {
      await bot.presses(id, 'other-mobile');
      heard.push(seen(await bot.says(id, mobile)));
    }
    expect(heard[0]).toEqual(heard[1]);
    await eventually(() => expect(delivered.map(({ to }) => to)).toEqual([ON_FILE]));
    const code = /\d{6}/.exec(delivered[0]!.text)![0];
    const wrong = await bot.says(800, code);
    expect(wrong.text).not.toContain('مجتمع سرو');
    expect((await bot.says(801, code)).text).toContain('تأیید شد');
    expect((await bot.says(801, 'بدهی ملکم چقدره')).text).toContain('مجتمع سرو');
  });

  test('leaves neither number nor code in the database once it is sent', async () => {
    const left = await bot.database.db.selectFrom('bot.sms_outbox').selectAll().execute();
    expect(left).toEqual([]);
    const { state } = await bot.database.db
      .selectFrom('sessions')
      .select('state')
      .where('key', 'like', '%801%')
      .executeTakeFirstOrThrow();
    expect(JSON.stringify(state)).not.toMatch(/9000001117/);
  });
});
