import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, startApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { openBrowser, visit } from '../helpers/browser.ts';
import { placeEmbedded } from '../helpers/embedded-folder.ts';

/** Saturday 30 Aban 1405, 10:00 in Tehran, going on from there: the demo city's day. */
const START = Date.parse('2026-11-21T06:30:00Z');

describe('a visitor of the playground, in Chromium', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pasokh-journey-'));
  const began = Date.now();
  let app: App;
  let browser: Browser;

  beforeAll(async () => {
    placeEmbedded(folder, 'playground');
    const config = readConfig({ DATA_DIR: folder, PORT: '0', LOG_LEVEL: 'error' }, 'no such file');
    app = await startApp(config, {
      now: () => new Date(START + Date.now() - began),
      onFatal: (error) => {
        throw error;
      },
    });
    browser = await openBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    await app?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('asks for the debt of the only property and has it after sharing the contact', async () => {
    const maryam = await visit(browser, app.address, 9001);
    await maryam.says('سلام بدهی ملکم چقدر شده؟');
    await maryam.reads('شماره همراهتان را با دکمه پایین بفرستید');
    await maryam.sharesContact();
    const answer = await maryam.reads('بدهی ملک خیابان بهارستان، پلاک ۲۴ تا شنبه ۳۰ آبان ۱۴۰۵');
    const text = await answer.textContent();
    expect(text).toContain('نوسازی ۱۴۰۳: ۱٬۴۷۱٬۳۰۰ تومان (۱۳۷٬۹۰۰ آن دیرکرد)');
    expect(text).toContain('نوسازی ۱۴۰۴: ۹۴۵٬۹۰۰ تومان');
    expect(text).toContain('پسماند ۱۴۰۴: ۴۸۰٬۶۰۰ تومان');
    expect(text).toContain('جمع: ۲٬۸۹۷٬۸۰۰ تومان (۲۸٬۹۷۸٬۰۰۰ ریال)');
    expect(
      await answer.evaluate(
        (bubble) => bubble.ownerDocument.defaultView?.getComputedStyle(bubble).direction,
      ),
    ).toBe('rtl');
    await maryam.shoots('1-debt');
    await maryam.presses('پرداخت');
    await maryam.reads('3011245000165');
    await maryam.shoots('1-payment');
    await maryam.close();
  });

  it('names one of several properties by its street, in Latin letters, on a phone', async () => {
    const saeed = await visit(browser, app.address, 9002, { width: 390, height: 800 });
    await saeed.says('avarez maghaze kheyabun eram');
    await saeed.reads('شماره همراهتان');
    await saeed.sharesContact();
    await saeed.reads('بلوار ارم، مغازه ۷');
    await saeed.shoots('2-street');
    await saeed.close();
  });

  it("hears of somebody else's code only what is said of an unknown one", async () => {
    const negar = await visit(browser, app.address, 9003);
    await negar.says('بدهی 3-11-245-7 رو میخوام');
    await negar.reads('شماره همراهتان');
    await negar.sharesContact();
    const refused = await (await negar.reads('پرونده‌ای پیدا نکردم')).textContent();
    expect(refused).not.toContain('بهارستان');
    await negar.says('بدهی 9-99-999-9 رو میخوام');
    const messages = negar.page.locator('[data-testid=message][data-from=bot]', {
      hasText: 'پرونده‌ای پیدا نکردم',
    });
    await messages.nth(1).waitFor();
    const withoutTime = (text: string | null) => text?.replace(/[۰-۹]+:[۰-۹]+/g, '');
    expect(withoutTime(await messages.nth(1).textContent())).toBe(withoutTime(refused));
    await negar.shoots('3-stranger');
    await negar.close();
  });

  it('books a visit for a property without a record, once, however often it is confirmed', async () => {
    const reza = await visit(browser, app.address, 9004);
    await reza.says('پایان کار میخوام برا خونه بابام، پرونده نداره');
    await reza.reads('نشانی ملک را بنویسید');
    await reza.says('خیابون مهدیه کوچه لاله پلاک ۱۲');
    await reza.reads('شماره همراهتان');
    await reza.sharesContact();
    await reza.reads('نزدیک‌ترین وقت‌های خالی منطقه ۲');
    await reza.says('دوشنبه صبح نمیشه؟');
    await reza.reads('به مهلت ۳ روز کاری نمی‌رسد');
    await reza.shoots('4-too-soon');
    await reza.presses('۹:۳۰');
    await reza.reads('درست است؟');
    await reza.presses('ثبت کن');
    const done = await (await reza.reads('ثبت شد. کد پیگیری')).textContent();
    const [code] = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(done ?? '') ?? [];
    await reza.presses('ثبت کن');
    expect(await (await reza.reads('قبلاً ثبت شده')).textContent()).toContain(code);
    await reza.says('بازدیدهای من');
    const list = await (await reza.reads('بازدیدهای شما')).textContent();
    expect(list?.match(/[0-9A-Z]{4}-[0-9A-Z]{4}/g)).toEqual([code]);
    await reza.shoots('4-booked');
    await reza.close();
  });

  it('who does not know the code sees the picture of a bill on the phone', async () => {
    const someone = await visit(browser, app.address, 9005, { width: 390, height: 844 });
    await someone.says('کد نوسازی رو از کجا پیدا کنم؟');
    const message = await someone.reads('کد نوسازی بالای قبض نوسازی است');
    const picture = message.locator('img.photo');
    await expect
      .poll(() => picture.evaluate((image) => 'naturalWidth' in image && image.naturalWidth))
      .toBe(1200);
    const [shown, bubble] = [await picture.boundingBox(), await message.boundingBox()];
    expect(shown!.width).toBeGreaterThan(200);
    expect(shown!.width).toBeLessThanOrEqual(bubble!.width);
    await someone.shoots('bill-sample');
    await picture.scrollIntoViewIfNeeded();
    await someone.shoots('bill-sample-picture');
    await someone.close();
  });
});
