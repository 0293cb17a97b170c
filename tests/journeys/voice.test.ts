import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type App, startApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { openBrowser, type Visitor, visit } from '../helpers/browser.ts';
import { placeEmbedded } from '../helpers/embedded-folder.ts';
import { hears, MOODS, type SpeechServer, startSpeechServer } from '../speech/speech-server.ts';

const WORDS = 'می‌خوام ببینم خونه‌م چقدر به شهرداری بدهکاره';
const MARYAM = 9001;

describe('a voice note in the playground, in Chromium', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pasokh-voice-'));
  let app: App;
  let speech: SpeechServer;

  beforeAll(async () => {
    placeEmbedded(folder, 'playground');
    speech = await startSpeechServer();
    const settings = { DATA_DIR: folder, PORT: '0', LOG_LEVEL: 'silent' };
    const transcriber = {
      TRANSCRIBE_BASE_URL: speech.baseUrl,
      TRANSCRIBE_API_KEY: 'key-of-speech',
      TRANSCRIBE_MODEL: 'ears-1',
    };
    app = await startApp(readConfig({ ...settings, ...transcriber }, 'no such file'), {
      now: () => new Date(),
      onFatal: (error) => {
        throw error;
      },
    });
  });
  beforeEach(() => {
    speech.requests.length = 0;
    speech.mood = hears(WORDS);
  });
  afterAll(async () => {
    await app?.stop();
    await speech?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  describe('with a microphone', () => {
    let browser: Browser;
    let maryam: Visitor;
    beforeAll(async () => {
      const microphone = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];
      browser = await openBrowser(microphone);
      maryam = await visit(browser, app.address, MARYAM);
    });
    afterAll(async () => {
      await maryam?.close();
      await browser?.close();
    });

    async function speaks(): Promise<void> {
      const record = maryam.page.getByTestId('record');
      await record.click();
      await maryam.page.locator('[data-testid=record][aria-pressed=true]').waitFor();
      // A voice note takes its time.
      await maryam.page.evaluate('new Promise((resolve) => setTimeout(resolve, 1200))');
      await record.click();
    }

    it('is recorded, heard after consent, shown back and answered', async () => {
      await speaks();
      await maryam.reads('موافقید؟');
      expect(speech.requests).toEqual([]);
      await maryam.presses('موافقم');
      await maryam.reads(WORDS);
      await maryam.shoots('voice-heard');
      await maryam.presses('درست است');
      await maryam.reads('شماره همراهتان را با دکمه پایین بفرستید');
    });

    it('goes to the speech server as Ogg, without a word of who said it', async () => {
      await speaks();
      await maryam.reads(WORDS);
      await expect.poll(() => speech.requests.length).toBe(1);
      const [{ headers, body, path }] = speech.requests as [SpeechServer['requests'][0]];
      const sound = body.slice(body.indexOf('OggS'), body.lastIndexOf('\r\n--', body.length - 4));
      expect(sound).toContain('OpusHead');
      const inBase64 = Buffer.from(sound, 'latin1').toString('base64');
      const seconds = await maryam.page.evaluate<number>(
        `new OfflineAudioContext(1, 1, 48000)
          .decodeAudioData(Uint8Array.from(atob('${inBase64}'), (one) => one.charCodeAt(0)).buffer)
          .then(({ duration }) => duration)`,
      );
      expect(seconds).toBeGreaterThan(0.8);
      const rest = JSON.stringify([headers, path, body.replace(sound, '')]);
      expect(rest).not.toMatch(/9001|09000001001|telegram|playground|PG[0-9a-f]{8}|مریم/i);
    });

    it('finds the bot going on when the speech server fails', async () => {
      speech.mood = MOODS['hanging up'];
      await speaks();
      await maryam.reads('الان نمی‌توانم پیام صوتی را بشنوم');
      await maryam.says('سلام');
      await maryam.reads('سلام');
    });
  });

  it('says so where there is no microphone, and a file of sound can be sent', async () => {
    const browser = await openBrowser();
    const saeed = await visit(browser, app.address, 9002);
    await saeed.page.getByTestId('record').click();
    await saeed.page.getByTestId('toast').filter({ hasText: 'میکروفون' }).waitFor();
    await saeed.page.getByTestId('attach').click();
    const chooser = saeed.page.waitForEvent('filechooser');
    await saeed.page.getByTestId('attach-voice').click();
    const buffer = Buffer.from('OggS');
    await (await chooser).setFiles({ name: 'note.oga', mimeType: 'audio/ogg', buffer });
    await saeed.reads('موافقید؟');
    await saeed.close();
    await browser.close();
  });
});
