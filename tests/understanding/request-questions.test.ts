import { expect, it } from 'vitest';
import {
  asksToObject,
  asksWhatIsMissing,
  asksWhatToDo,
} from '../../src/understanding/request-questions.ts';

it.each([
  'چه مدرکی کم دارم',
  'کدوم مدرکم ناقصه؟',
  'پروندم نقص داره؟',
  'مدارکم هنوز کم داره؟',
  'che madraki kam daram',
])('%j asks what is missing', (text) => {
  expect(asksWhatIsMissing(text)).toBe(true);
});

it.each(['چه مدارکی میخواد', 'کمک', 'برای پایان کار چه مدارکی لازمه', 'نقشه‌ام کجاست'])(
  '%j does not ask what is missing',
  (text) => {
    expect(asksWhatIsMissing(text)).toBe(false);
  },
);

it.each(['میتونم اعتراض کنم؟', 'کجا اعتراض بدم', 'راه اعتراض چیه', 'can I object?'])(
  '%j asks whether and where to object',
  (text) => {
    expect(asksToObject(text)).toBe(true);
  },
);

it.each(['اعتراض دارم', 'میتونم قسطی بدم'])('%j does not ask where to object', (text) => {
  expect(asksToObject(text)).toBe(false);
});

it('who is lost asks for the next step', () => {
  expect(asksWhatToDo('ننه من نفهمیدم یعنی الان باید چیکار کنم')).toBe(true);
  expect(asksWhatToDo('what should I do')).toBe(true);
  expect(asksWhatToDo('بدهی ملکم چقدره')).toBe(false);
});
