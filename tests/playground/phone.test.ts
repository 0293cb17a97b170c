import type { Bot } from 'grammy';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { httpSmsGateway } from '../../src/sms/http-gateway.ts';
import { openBrowser } from '../helpers/browser.ts';
import { startEchoBot } from './echo-bot.ts';
import {
  MARYAM,
  REZA,
  type RunningPlayground,
  startPlayground,
  TOKEN,
} from './start-playground.ts';

const OTHER = '09120000009';
const CITIZENS = [
  { id: MARYAM, firstName: 'مریم', mobile: '09120000001', otherMobiles: [OTHER], tries: 'الف' },
  { id: REZA, firstName: 'رضا', mobile: '09120000002', tries: 'ب' },
];

describe('the citizens’ phones', () => {
  let browser: Browser;
  let playground: RunningPlayground;
  let bot: Bot;
  let page: Page;
  const errors: string[] = [];
  const part = (testId: string) => page.getByTestId(testId);
  const send = (to: string, text: string, key: string) =>
    httpSmsGateway({ url: `${playground.address}/playground/sms` })(
      { to, text, key },
      new AbortController().signal,
    );

  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  beforeEach(async () => {
    playground = await startPlayground({ citizens: CITIZENS });
    bot = await startEchoBot(playground.address, TOKEN);
    page = await browser.newPage({ locale: 'fa-IR' });
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    await page.goto(playground.address);
    await part('input').waitFor();
  });
  afterEach(async () => {
    await page.close();
    await bot.stop();
    await playground.stop();
    expect(errors.splice(0)).toEqual([]);
  });

  it('show what comes by SMS to any of a citizen’s mobiles, each message once', async () => {
    expect(await part('phone').count()).toBe(0);
    await send(OTHER, 'شهر نمونه: کد تأیید شما 123456 است.', 'k1');
    await send(OTHER, 'شهر نمونه: کد تأیید شما 123456 است.', 'k1');
    await part('sms').first().waitFor();
    expect(await part('sms').count()).toBe(1);
    expect(await part('sms').textContent()).toContain('۰۹۱۲۰۰۰۰۰۰۹');
    expect(await part('sms-code').textContent()).toBe('123456');
    await part(`citizen-${REZA}`).click();
    await part('phone').waitFor({ state: 'detached' });
  });

  it('take what is nobody’s like any other, and nothing that is no message', async () => {
    expect(await send('09129999999', 'کد 123456', 'k2')).toBe('accepted');
    expect(await send('12', 'کد 123456', 'k3')).toBe('refused');
    expect(await part('phone').count()).toBe(0);
  });

  it('a link to the bot says /start with what it carries, whoever it was copied to', async () => {
    const link = 'https://t.me/pasokh_demo_bot?start=abc_DEF-123';
    await part(`citizen-${REZA}`).click();
    await part('input').fill(link);
    await part('input').press('Enter');
    await part('start-link').first().click();
    await expect
      .poll(() => playground.api.messagesOf(REZA).map(({ text }) => text))
      .toContain('/start abc_DEF-123');
  });
});
