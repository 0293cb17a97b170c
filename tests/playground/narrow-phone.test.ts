import type { Bot } from 'grammy';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser, visit } from '../helpers/browser.ts';
import { startEchoBot } from './echo-bot.ts';
import { MARYAM, type RunningPlayground, startPlayground, TOKEN } from './start-playground.ts';

let browser: Browser;
let playground: RunningPlayground;
let bot: Bot;
beforeAll(async () => {
  browser = await openBrowser();
  playground = await startPlayground();
  bot = await startEchoBot(playground.address, TOKEN);
});
afterAll(async () => {
  await browser?.close();
  await bot?.stop();
  await playground?.stop();
});

it('what comes by SMS hides no message on a narrow screen', async () => {
  const visitor = await visit(browser, playground.address, MARYAM, { width: 390, height: 844 });
  for (let i = 1; i <= 12; i++) await visitor.says(`پیام شماره ${i}`);
  await visitor.reads('پیام شماره 12');
  for (const code of ['123456', '654321', '111222']) {
    await fetch(`${playground.address}/playground/sms`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': code },
      body: JSON.stringify({ to: '09120000001', text: `شهر نمونه: کد تأیید شما ${code} است.` }),
    });
  }
  const phone = visitor.page.getByTestId('phone');
  await phone.getByText('111222').waitFor();
  await visitor.shoots('sms-on-a-phone');
  const panel = await phone.boundingBox();
  const history = await visitor.page.locator('.history-frame').boundingBox();
  expect(panel!.y + panel!.height).toBeLessThanOrEqual(history!.y);
  expect(history!.height).toBeGreaterThan(400);
  await visitor.close();
});
