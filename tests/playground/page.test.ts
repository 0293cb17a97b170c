import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bot } from 'grammy';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openBrowser } from '../helpers/browser.ts';
import { startEchoBot } from './echo-bot.ts';
import {
  MARYAM,
  REZA,
  type RunningPlayground,
  startPlayground,
  TOKEN,
} from './start-playground.ts';

/** For whoever wants to see the page; every run writes the same files. */
const pictures = join(tmpdir(), 'pasokh-pictures');
const PHONE = { width: 390, height: 844 };
const DESK = { width: 1280, height: 800 };

describe('the chat page in Chromium', () => {
  let browser: Browser;
  let playground: RunningPlayground;
  let bot: Bot;
  let page: Page;
  const errors: string[] = [];

  beforeAll(async () => {
    browser = await openBrowser();
  });

  afterAll(() => browser.close());

  beforeEach(async () => {
    playground = await startPlayground();
    bot = await startEchoBot(playground.address, TOKEN);
    page = await open({ viewport: DESK });
  });

  afterEach(async () => {
    await page.context().close();
    await bot.stop();
    await playground.stop();
    expect(errors.splice(0)).toEqual([]);
  });

  async function open(options: BrowserContextOptions): Promise<Page> {
    const context = await browser.newContext({ locale: 'fa-IR', ...options });
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const opened = await context.newPage();
    opened.on('pageerror', (error) => errors.push(error.message));
    opened.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    await opened.goto(playground.address);
    await part(opened, 'input').waitFor();
    return opened;
  }

  const part = (on: Page, testId: string) => on.getByTestId(testId);
  const bubble = (text: string) => part(page, 'message').filter({ hasText: text }).last();
  const button = (testId: string, label: string) =>
    part(page, testId).filter({ hasText: label }).last();

  async function write(text: string): Promise<void> {
    await part(page, 'input').fill(text);
    await part(page, 'input').press('Enter');
  }

  it('reads from right to left in Vazirmatn, with own messages on the right', async () => {
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
    await expect
      .poll(() => page.evaluate('[...document.fonts].map((font) => font.status)'))
      .toEqual(['loaded']);
    await write('سلام');
    await bubble('شما نوشتید: سلام').waitFor();
    const own = await part(page, 'message').first().boundingBox();
    const others = await bubble('شما نوشتید').boundingBox();
    expect(own?.x).toBeGreaterThan((others?.x ?? 0) + (others?.width ?? 0));
    await page.screenshot({ path: join(pictures, 'desk.png') });
  });

  it('shows its own digits as Persian ones, and the Jalali day with its weekday', async () => {
    await write('سلام');
    await bubble('شما نوشتید').waitFor();
    expect(await bubble('شما نوشتید').locator('time').textContent()).toMatch(/^[۰-۹]{2}:[۰-۹]{2}$/);
    expect(await part(page, 'day').textContent()).toMatch(/شنبه|جمعه/);
    expect(await part(page, 'day').textContent()).toMatch(/[۰-۹]{1,2} \S+ ۱[۴-۵][۰-۹]{2}$/);
  });

  it('starts an empty chat with one button and shows the reply formatted', async () => {
    await part(page, 'start').click();
    const reply = bubble('هر چه بنویسید');
    await reply.waitFor();
    expect(await reply.locator('strong').textContent()).toBe('سلام!');
    expect(await reply.locator('a').first().getAttribute('href')).toBe('https://example.ir');
    expect(await part(page, 'start').count()).toBe(0);
  });

  it('shows what looks like HTML as the text it is', async () => {
    await write('<img src=x onerror=alert(1)> <b>۵</b>');
    await bubble('شما نوشتید: <img src=x onerror=alert(1)> <b>۵</b>').waitFor();
  });

  it('a press turns its button until it is answered, then shows notice and edited message', async () => {
    await write('/start');
    await button('inline-button', 'بدهی ملک').waitFor();
    await bot.stop();
    await button('inline-button', 'بدهی ملک').click();
    await page.locator('[data-testid=inline-button][aria-busy]').waitFor();
    bot = await startEchoBot(playground.address, TOKEN);
    await bubble('بدهی: ۲٬۸۹۷٬۸۰۰ تومان').waitFor();
    expect(await part(page, 'toast').textContent()).toBe('بدهی پیدا شد');
    expect(await page.locator('[aria-busy]').count()).toBe(0);
  });

  it('an alert waits until it is read', async () => {
    await write('/start');
    await button('inline-button', 'هشدار').click();
    await part(page, 'dialog').getByText('پرونده بسته است').waitFor();
    await part(page, 'dialog-ok').click();
    await part(page, 'dialog').waitFor({ state: 'detached' });
  });

  it('code and copy buttons put their text on the clipboard', async () => {
    await write('/start');
    const clipboard = () => page.evaluate('navigator.clipboard.readText()');
    await button('inline-button', 'کپی شناسه').click();
    await part(page, 'toast').waitFor();
    expect(await clipboard()).toBe('3011245000165');
    await page.locator('.code').last().click();
    await expect.poll(clipboard).toBe('3-11-245-7');
  });

  it('the contact button asks first, then sends the own number, and the keyboard goes', async () => {
    await write('/phone');
    await button('reply-button', 'ارسال شماره من').click();
    await part(page, 'dialog').getByText('۰۹۱۲۰۰۰۰۰۰۱').waitFor();
    await part(page, 'dialog-ok').click();
    await bubble('شماره خودتان است').waitFor();
    expect(await part(page, 'reply-button').count()).toBe(0);
  });

  it('nothing is sent when the citizen says no', async () => {
    await write('/phone');
    await button('reply-button', 'ارسال شماره من').click();
    await part(page, 'dialog-cancel').click();
    await part(page, 'dialog').waitFor({ state: 'detached' });
    expect(playground.api.messagesOf(MARYAM).some(({ contact }) => contact)).toBe(false);
    await part(page, 'toggle-keyboard').click();
    expect(await part(page, 'reply-button').count()).toBe(3);
  });

  it('a location is chosen from the named places of the city', async () => {
    await write('/phone');
    await button('reply-button', 'ارسال موقعیت').click();
    await part(page, 'place-0').click();
    await part(page, 'dialog-ok').click();
    await bubble('دفتر پیشخوان ارکیده').waitFor();
    const sent = playground.api
      .messagesOf(MARYAM)
      .find(({ from, location }) => location && !from.is_bot);
    expect(sent?.location).toEqual({ latitude: 34.798, longitude: 48.515 });
  });

  it("somebody else's number can be sent to try the bot", async () => {
    await part(page, 'attach').click();
    await part(page, 'attach-other-contact').click();
    await part(page, 'dialog-ok').click();
    await bubble('شماره دیگری است').waitFor();
    const contact = playground.api.messagesOf(MARYAM).find((message) => message.contact)?.contact;
    expect(contact?.user_id).toBe(REZA);
  });

  it('a file is sent and one comes back', async () => {
    await part(page, 'attach').click();
    const chooser = page.waitForEvent('filechooser');
    await part(page, 'attach-document').click();
    const file = { name: 'نقشه.pdf', mimeType: 'application/pdf', buffer: Buffer.from('نقشه') };
    await (await chooser).setFiles(file);
    await bubble('رسید شما').waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      bubble('رسید شما').locator('a').click(),
    ]);
    expect(download.suggestedFilename()).toBe('گواهی.pdf');
  });

  it('the last own text is edited with the arrow key', async () => {
    await write('بدهی');
    await bubble('شما نوشتید: بدهی').waitFor();
    await part(page, 'input').press('ArrowUp');
    await write('بدهی ملک');
    await bubble('ویرایش: بدهی ملک').waitFor();
  });

  it('commands are offered as the bot has set them', async () => {
    await part(page, 'commands').click();
    await part(page, 'command-phone').click();
    await bubble('شماره همراهتان را بفرستید').waitFor();
  });

  it('each citizen keeps a chat of their own, with a count of what is unread', async () => {
    await write('سلام');
    await bubble('شما نوشتید: سلام').waitFor();
    playground.api.sendAs(REZA, { kind: 'text', text: 'درود' });
    await part(page, `unread-${REZA}`).waitFor();
    expect(await part(page, `unread-${REZA}`).textContent()).toBe('۱');
    await part(page, `citizen-${REZA}`).click();
    await bubble('شما نوشتید: درود').waitFor();
    expect(await part(page, 'message').filter({ hasText: 'سلام' }).count()).toBe(0);
    await part(page, `citizen-${MARYAM}`).click();
    await bubble('شما نوشتید: سلام').waitFor();
  });

  it('a message on its way has one tick, a fetched one has two', async () => {
    await bot.stop();
    await write('سلام');
    await bubble('سلام').locator('.icon-sent').waitFor();
    bot = await startEchoBot(playground.address, TOKEN);
    await bubble('شما نوشتید: سلام').waitFor();
    await part(page, 'message').first().locator('.icon-seen').waitFor();
  });

  it('typing shows and goes when the message comes', async () => {
    await write('سلام');
    await bubble('شما نوشتید').waitFor();
    await playground.call('sendChatAction', { chat_id: MARYAM, action: 'typing' });
    await part(page, 'typing').waitFor();
    await playground.call('sendMessage', { chat_id: MARYAM, text: 'رسید' });
    await bubble('رسید').waitFor();
    expect(await part(page, 'typing').count()).toBe(0);
  });

  it('on a phone the list of citizens is a drawer, and nothing is cut off', async () => {
    await page.context().close();
    page = await open({ viewport: PHONE, hasTouch: true, colorScheme: 'dark' });
    expect(await part(page, `citizen-${REZA}`).isVisible()).toBe(false);
    await part(page, 'open-list').click();
    await part(page, `citizen-${REZA}`).click();
    await part(page, 'start').click();
    await bubble('هر چه بنویسید').waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(PHONE.width);
    await page.screenshot({ path: join(pictures, 'phone.png') });
  });

  it('a chat can be held with the keyboard alone', async () => {
    await page.keyboard.type('/start');
    await page.keyboard.press('Enter');
    await bubble('هر چه بنویسید').waitFor();
    await button('inline-button', 'هشدار').focus();
    await page.keyboard.press('Enter');
    await part(page, 'dialog').waitFor();
    await page.keyboard.press('Escape');
    await part(page, 'dialog').waitFor({ state: 'detached' });
  });
});
