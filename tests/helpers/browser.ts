import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';
import { programPath } from './programs.ts';

/** Where screenshots of the last run are kept, to be looked at. */
const SHOTS = join(import.meta.dirname, '../../node_modules/.cache/pasokh/screenshots');

/** @param more switches of Chromium beside the usual ones */
export function openBrowser(more: string[] = []): Promise<Browser> {
  return chromium.launch({
    executablePath: programPath('chromium'),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...more,
    ],
  });
}

/** A person before the chat page, being one of the demo citizens. */
export interface Visitor {
  page: Page;
  says(text: string): Promise<void>;
  presses(label: string): Promise<void>;
  /** Shares the own number with the keyboard's button and the page's question. */
  sharesContact(): Promise<void>;
  /** The newest message of the bot that contains this text; waits for it. */
  reads(text: string): Promise<Locator>;
  shoots(name: string): Promise<void>;
  close(): Promise<void>;
}

export async function visit(
  browser: Browser,
  address: string,
  citizen: number,
  viewport = { width: 1280, height: 860 },
): Promise<Visitor> {
  const context = await browser.newContext({ viewport, locale: 'fa-IR' });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  await page.goto(`${address}/#${citizen}`);
  await page.getByTestId('input').waitFor();
  return {
    page,
    async says(text) {
      await page.getByTestId('input').fill(text);
      await page.getByTestId('send').click();
    },
    async presses(label) {
      const named = { hasText: label };
      const inline = page.getByTestId('inline-button').filter(named).last();
      await inline.or(page.getByTestId('reply-button').filter(named).last()).last().click();
    },
    async sharesContact() {
      await page.getByTestId('reply-button').first().click();
      await page.getByTestId('dialog-ok').click();
    },
    async reads(text) {
      const message = page
        .locator('[data-testid=message][data-from=bot]', { hasText: text })
        .last();
      await message.waitFor();
      return message;
    },
    async shoots(name) {
      mkdirSync(SHOTS, { recursive: true });
      await page.screenshot({ path: join(SHOTS, `${name}.png`) });
    },
    async close() {
      await context.close();
      if (faults.length > 0) throw new Error(`the page failed: ${faults.join('; ')}`);
    },
  };
}
