import { expect, it } from 'vitest';
import { cleanTranscript } from '../../src/speech/transcript.ts';

it('gives words as if they had been typed: no marks, no line breaks, Persian letters', () => {
  expect(cleanTranscript(' \u202eبدهي\u202c\u0007 ملكم\n\nچقدره ')).toBe('بدهی ملکم چقدره');
});

it('keeps the half-space, and markup as the characters it is', () => {
  expect(cleanTranscript('می\u200cخوام <b>بدهی</b>')).toBe('می\u200cخوام <b>بدهی</b>');
});

it.each(['۷', '12', '۳-۱۱-۲۴۵-۷'])('takes numbers alone for an answer: %s', (number) => {
  expect(cleanTranscript(number)).toBe(number);
});

it.each(['', '...', '♪♪', 'Thank you for watching!', 'Subtitles by ا', 'ا'])(
  'hears no Persian in %j',
  (noise) => {
    expect(cleanTranscript(noise)).toBeNull();
  },
);

it('cuts what nobody can say in a minute, by whole characters', () => {
  const long = cleanTranscript(`بدهی ${'😀'.repeat(5_000)}`);
  expect([...(long ?? '')]).toHaveLength(1_000);
  expect(long?.isWellFormed()).toBe(true);
});
