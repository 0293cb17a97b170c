import { expect, test } from 'vitest';
import type { TextPayload } from '../../src/bot/outgoing.ts';
import { renderReply } from '../../src/bot/render-reply.ts';
import type { Button, Reply } from '../../src/dialogue/turn.ts';
import { say } from '../../src/wording/sentence.ts';
import { saying, wording } from '../helpers/edge-bot.ts';

const LABEL = say('button-debt');

function rendered(reply: Reply): TextPayload[] {
  return renderReply(reply, wording, 'en').map(({ payload }) => payload as TextPayload);
}

function withButton(button: Button): Reply {
  return { ...saying('x'), buttons: [[button]] };
}

test('lines are joined, links are shown without a preview', () => {
  const [message] = rendered({ lines: [say('hello'), say('hello')] });
  const hello = wording.html(say('hello'), 'en');
  expect(message).toEqual({
    text: `${hello}\n${hello}`,
    parse_mode: 'HTML',
    link_preview_options: { is_disabled: true },
  });
});

test('what a citizen or a record wrote is shown as written', () => {
  const [message] = rendered(saying('<a href="x">&</code>'));
  expect(message?.text).toContain('&lt;a href="x"&gt;&amp;&lt;/code&gt;');
});

test('marks that Telegram takes out are not sent', () => {
  const [message] = rendered(saying('a\u202eb\u202c\u0007c'));
  expect(message?.text).toContain('abc');
});

test('buttons act, copy or open', () => {
  const buttons: Button[][] = [
    [
      { label: LABEL, action: 'debt' },
      { label: LABEL, copy: '1234' },
    ],
    [],
    [{ label: LABEL, url: 'https://example.ir/x' }],
  ];
  const text = wording.plain(LABEL, 'en');
  expect(rendered({ ...saying('x'), buttons })[0]?.reply_markup).toEqual({
    inline_keyboard: [
      [
        { text, callback_data: 'debt' },
        { text, copy_text: { text: '1234' } },
      ],
      [{ text, url: 'https://example.ir/x' }],
    ],
  });
});

test.each<[string, Reply]>([
  ['an action over 64 bytes', withButton({ label: LABEL, action: 'ب'.repeat(33) })],
  ['an empty action', withButton({ label: LABEL, action: '' })],
  ['an empty text to copy', withButton({ label: LABEL, copy: '' })],
  ['a link to a host without a dot', withButton({ label: LABEL, url: 'http://localhost:8080/x' })],
  ['an empty label', withButton({ label: say('button-address', { address: ' ' }), action: 'x' })],
  ['no text', { lines: [] }],
])('%s is refused before Telegram refuses it', (_, reply) => {
  expect(() => rendered(reply)).toThrow();
});

test('an action of 64 bytes goes out', () => {
  expect(() => rendered(withButton({ label: LABEL, action: 'ب'.repeat(32) }))).not.toThrow();
});

test.each(['ask-contact', 'ask-location'] as const)(
  '%s asks by a button below the chat',
  (kind) => {
    const labels = { send: say('button-send-contact'), others: [say('button-why-contact')] };
    const asked = kind === 'ask-contact' ? 'request_contact' : 'request_location';
    expect(rendered({ ...saying('x'), keyboard: { kind, labels } })[0]?.reply_markup).toEqual({
      keyboard: [
        [{ text: wording.plain(say('button-send-contact'), 'en'), [asked]: true }],
        [{ text: wording.plain(say('button-why-contact'), 'en') }],
      ],
      resize_keyboard: true,
      one_time_keyboard: true,
    });
  },
);

test('taking a keyboard away and giving buttons takes two messages', () => {
  const [first, second] = rendered({
    lines: [say('hello'), say('help')],
    buttons: [[{ label: LABEL, action: 'debt' }]],
    keyboard: { kind: 'none' },
  });
  expect(first?.text).toBe(wording.html(say('hello'), 'en'));
  expect(first?.reply_markup).toEqual({ remove_keyboard: true });
  expect(second?.reply_markup).toHaveProperty('inline_keyboard');
});

test('a text over 4,096 characters becomes several, the buttons under the last', () => {
  const lines = Array.from({ length: 200 }, (_, n) => say('welcome', { city: `district ${n}` }));
  const messages = rendered({ lines, buttons: [[{ label: LABEL, action: 'debt' }]] });
  expect(messages.length).toBeGreaterThan(1);
  for (const { text } of messages) expect(text.length).toBeLessThanOrEqual(4096);
  expect(messages.map(({ reply_markup: markup }) => markup !== undefined)).toEqual(
    messages.map((_, n) => n === messages.length - 1),
  );
});

test('a venue follows its text', () => {
  const venue = { lat: 34.8, lon: 48.5, title: ' Office 3 ', address: 'Eram' };
  expect(renderReply({ ...saying('x'), venue }, wording, 'fa')[1]).toEqual({
    method: 'sendVenue',
    payload: { latitude: 34.8, longitude: 48.5, title: 'Office 3', address: 'Eram' },
  });
});

test('a picture takes the words as its caption, and a keyboard as any message', () => {
  const reply: Reply = {
    ...saying('x'),
    photo: { asset: 'bill-sample' },
    keyboard: { kind: 'none' },
  };
  expect(renderReply(reply, wording, 'en')).toMatchObject([
    {
      method: 'sendPhoto',
      payload: {
        asset: 'bill-sample',
        caption: wording.html(saying('x').lines[0]!, 'en'),
        reply_markup: { remove_keyboard: true },
      },
    },
  ]);
});
