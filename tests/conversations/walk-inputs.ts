import type { Input } from '../../src/dialogue/turn.ts';
import { PATHS } from '../../src/paths.ts';
import { demoCitizens } from '../../src/start-playground.ts';
import { loadIntents } from '../../src/understanding/intents.ts';
import { createWording } from '../../src/wording/wording.ts';
import { voiceOf } from './spoken.ts';

const wording = createWording(PATHS.locales);

/** A key of the keyboard below the chat. */
export function keyboardInput(id: number, label: string): Input {
  const is = (key: 'button-send-contact' | 'button-send-location') =>
    wording.everywhere(key).includes(label);
  if (is('button-send-contact')) return ownContact(id);
  if (is('button-send-location')) return { kind: 'location', lat: 34.6, lon: 49.28 };
  return { kind: 'text', text: label };
}

function ownContact(id: number): Input {
  const phone = demoCitizens().find((one) => one.id === id % 100_000)!.mobile;
  return { kind: 'contact', own: true, phone };
}

/** What is neither typed nor pressed as meant. */
export function oddInputs(id: number): Input[] {
  return [
    ownContact(id),
    { kind: 'contact', own: false, phone: '09000001001' },
    { kind: 'location', lat: 34.6, lon: 49.28 },
    ...['بدهی ملکم چقدره', 'بله', '۷', ''].map(voiceOf),
    { kind: 'photo', fileId: 'x' },
    { kind: 'photo', fileId: 'x', caption: 'بدهی ملکم چقدره؟' },
    { kind: 'attachment' },
    { kind: 'relayed' },
    { kind: 'edited', text: 'بدهی ملکم چقدره؟' },
    ...['start', 'debt', 'status', 'book', 'visits', 'offices', 'language', 'nonsense'].map(
      (name): Input => ({ kind: 'command', name, payload: '' }),
    ),
    ...[
      '',
      'w:debt::9-9-9-9',
      'r:1',
      'bd:0123456789:2026-99-99',
      'retry',
      'book-resume',
      'vy:X',
    ].map((action): Input => ({ kind: 'press', action })),
  ];
}

const ODD_LINES = [
  ...['بله', 'نه', 'انصراف', 'لغو', 'بعدی', 'پارسال چی', 'همون ملک', 'نه، ۷ نه ۶', 'منطقه ۲', '۲'],
  ...['فردا صبح', 'دوشنبه', 'ساعت ۹:۳۰', 'شنبه ۷ آذر', 'خیابان مهدیه، کوچه لاله، پلاک ۱۲', 'ارم'],
  ...['3-11-245-7', '۳-۱۱-۲۴۵-۷', '9-9-9-9', '0-0-0-7-245-11-3', '9990000107', '09000001001'],
  ...[
    '3011245000165 2897840125',
    'درخواست ۱۴۰۵۱۲۳۴۵۶',
    'کمک',
    '؟',
    '.',
    '😀',
    '<b>x</b>',
    'ok',
    'yes',
  ],
  ...[
    'a'.repeat(4096),
    '😀'.repeat(2048),
    '3-11-245-7 '.repeat(300),
    '\u202eبدهی',
    'خلافی',
    'پروانه',
  ],
];
const { examples } = await loadIntents(PATHS.intents);
/** What citizens say, of every intent, and what they also say, which weighs as much. */
export const LINES = [
  ...examples.map(({ text }) => text),
  ...Array.from({ length: 12 }).flatMap(() => ODD_LINES),
];
