import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { chromium } from 'playwright-core';

/**
 * Makes city/bill-sample.png from city/bill-sample.svg, since messengers show no SVG, and writes the sums of
 * both beside them. Run it after every change of the SVG:
 *
 *   node scripts/render-bill-sample.ts [path of Chromium]
 */
const CITY = new URL('../city/', import.meta.url);
const FONT = new URL(
  '../node_modules/vazirmatn/fonts/webfonts/Vazirmatn[wght].woff2',
  import.meta.url,
);

const svg = readFileSync(new URL('bill-sample.svg', CITY));
const font = readFileSync(FONT).toString('base64');
const browser = await chromium.launch({
  executablePath: process.argv[2] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--force-color-profile=srgb'],
});
try {
  const page = await browser.newPage({ viewport: { width: 1200, height: 900 } });
  await page.setContent(`<style>
    @font-face { font-family: Vazirmatn; font-weight: 100 900; src: url(data:font/woff2;base64,${font}) }
    body { margin: 0 } svg { display: block }
  </style>${svg}`);
  await page.evaluate('document.fonts.ready');
  const png = await page.screenshot({ type: 'png' });
  writeFileSync(new URL('bill-sample.png', CITY), png);
  writeFileSync(
    new URL('bill-sample.sha256', CITY),
    `${sumOf(svg)}  bill-sample.svg\n${sumOf(png)}  bill-sample.png\n`,
  );
} finally {
  await browser.close();
}

function sumOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
