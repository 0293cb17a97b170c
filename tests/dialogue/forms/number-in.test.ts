import { describe, expect, it } from 'vitest';
import { certificateNumberIn } from '../../../src/dialogue/forms/verify/number-in.ts';

describe("a certificate's number in a sentence", () => {
  it.each([
    ['صحت گواهی به شماره ۷۷۱۲ را بررسی کنید', '7712'],
    ['این گواهی شماره ۱۴۰۳/۲۲۱۷ مال شماست؟', '1403/2217'],
    ['shomare 1403/5518', '1403/5518'],
    ['سریالش 90-12 است', '90-12'],
  ])('is named by a word: %j', (text, number) => {
    expect(certificateNumberIn(text, false)).toBe(number);
  });

  it('needs no word where it was asked for', () => {
    expect(certificateNumberIn('۷۷۱۲', true)).toBe('7712');
    expect(certificateNumberIn('۷۷۱۲', false)).toBeNull();
  });

  it.each(['کد ۳-۶-۸۸-۱۲-۱', '1405/13/40', '40/13/1405', 'نمی‌دانم'])(
    'is not what stands in %j',
    (text) => {
      expect(certificateNumberIn(text, true)).toBeNull();
    },
  );
});
