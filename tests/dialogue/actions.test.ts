import { expect, it } from 'vitest';
import { decodeAction, encodeAction } from '../../src/dialogue/actions.ts';

it.each([
  'bd:0123456789:2026-13-45',
  'bd:0123456789:2026-02-30',
  'bd:0123456789:0000-00-00',
  'bm:0123456789:9999-99-99',
  'bt:0123456789:2026-11-28:2460',
  'bt:0123456789:2026-99-99:0930',
])('a button with a day or time that does not exist is none of ours: %s', (forged) => {
  expect(decodeAction(forged)).toBeNull();
});

it('a button with a day and time that exist is read back', () => {
  expect(decodeAction('bt:0123456789:2026-11-28:0930')).toEqual({
    kind: 'book-time',
    draftId: '0123456789',
    day: '2026-11-28',
    time: '09:30',
  });
});

it.each([
  'w:toString',
  'w:__proto__',
  's:constructor',
  'op:x',
  'l:de',
  'dq:',
  'nt:gold',
  'n:zz:1-1-1-1',
  'gd:0123456789abcdef:2',
  'gd:x:7',
  'gp:0123456789abcdef:x',
  'ga:x',
  'gt:../x',
  'sa:short',
  'cx:',
  'cx:constructor:0123456789',
  'cx:booking:../x',
])('a forged button is none of ours: %s', (forged) => {
  expect(decodeAction(forged)).toBeNull();
});

it.each([
  { kind: 'complaint-about', formId: '0123456789', about: 'urban' },
  { kind: 'complaint-about', formId: '0123456789', about: null },
  { kind: 'complaint-district', formId: '0123456789', district: 12 },
  { kind: 'complaint-district', formId: '0123456789', district: null },
  { kind: 'complaint-text', formId: '0123456789' },
  { kind: 'complaint-file', formId: '0123456789' },
  { kind: 'complain-of-delay', requestNo: '1405123456' },
  { kind: 'access-property', formId: '0123456789abcdef', code: '3-11-245-7-0-0-0' },
  { kind: 'access-days', formId: '0123456789abcdef', days: 90 },
  { kind: 'give-access' },
  { kind: 'give-access', code: '3-11-245-7-0-0-0' },
  { kind: 'representatives' },
  { kind: 'take-back', grantId: '0123456789abcdef' },
  { kind: 'other-mobile' },
  { kind: 'sms-again', sealed: 'aA0-_'.repeat(10).concat('bb') },
  { kind: 'own-contact' },
  { kind: 'cancel-step' },
  { kind: 'cancel-form', form: 'verify-certificate' },
  { kind: 'cancel-form', form: 'booking', id: '0123456789' },
  { kind: 'cancel-form', form: 'give-access', id: '0123456789abcdef' },
  { kind: 'form-resume' },
  { kind: 'form-leave' },
  { kind: 'bill-sample' },
  { kind: 'not-that', intent: 'reschedule-inspection' },
] as const)('a button is read back as it was made: $kind', (action) => {
  const encoded = encodeAction(action);
  expect(Buffer.byteLength(encoded)).toBeLessThanOrEqual(64);
  expect(decodeAction(encoded)).toEqual(action);
});
