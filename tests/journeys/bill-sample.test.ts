import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type App, startApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { openBrowser, visit } from './browser.ts';

const folder = mkdtempSync(join(tmpdir(), 'pasokh-journey-'));
let app: App;
let browser: Browser;

beforeAll(async () => {
  const config = readConfig({ DATA_DIR: folder, PORT: '0', LOG_LEVEL: 'error' }, 'no such file');
  app = await startApp(config, {
    now: () => new Date(),
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

it('who does not know the code sees the picture of a bill on the phone', async () => {
  const saeed = await visit(browser, app.address, 9002, { width: 390, height: 844 });
  await saeed.says('کد نوسازی رو از کجا پیدا کنم؟');
  const message = await saeed.reads('کد نوسازی بالای قبض نوسازی است');
  const picture = message.locator('img.photo');
  await expect
    .poll(() => picture.evaluate((image) => 'naturalWidth' in image && image.naturalWidth))
    .toBe(1200);
  const [shown, bubble] = [await picture.boundingBox(), await message.boundingBox()];
  expect(shown!.width).toBeGreaterThan(200);
  expect(shown!.width).toBeLessThanOrEqual(bubble!.width);
  await saeed.shoots('bill-sample');
  await picture.scrollIntoViewIfNeeded();
  await saeed.shoots('bill-sample-picture');
  await saeed.close();
});
