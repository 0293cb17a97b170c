import { describe, expect, test } from 'vitest';
import type { Intent } from '../../src/language/vocabulary.ts';
import {
  ACT_FROM,
  ANSWER_FROM,
  ASK_FROM,
  DECLINE_FROM,
  decide,
  ranked,
  SERVICE_BEATS_SMALL_TALK,
} from '../../src/understanding/zones.ts';

const best = (probabilities: Partial<Record<Intent, number>>) =>
  ranked(
    Object.entries(probabilities).map(([intent, probability]) => ({
      intent: intent as Intent,
      probability,
    })),
  )[0]?.intent;

describe('a guess', () => {
  test('is answered when it is likely enough, asked about below, and dropped when it is hardly one', () => {
    expect(decide({ intent: 'debt', probability: ANSWER_FROM })).toBe('answer');
    expect(decide({ intent: 'debt', probability: ANSWER_FROM - 0.01 })).toBe('ask');
    expect(decide({ intent: 'debt', probability: ASK_FROM - 0.01 })).toBe('none');
  });

  test.each(['cancel-inspection', 'reschedule-inspection'] as const)(
    'of %s needs more certainty, because it changes something',
    (intent) => {
      expect(decide({ intent, probability: ANSWER_FROM })).toBe('ask');
      expect(decide({ intent, probability: ACT_FROM })).toBe('answer');
    },
  );

  test('that it is none of ours is declined only when it is likely enough', () => {
    expect(decide({ intent: 'none', probability: DECLINE_FROM })).toBe('none');
    expect(decide({ intent: 'none', probability: DECLINE_FROM - 0.01 })).toBe('ask');
  });

  test('that it is none of ours leaves the word to what the dialogue has just asked', () => {
    expect(decide({ intent: 'none', probability: DECLINE_FROM - 0.01 }, true)).toBe('none');
  });
});

describe('small talk', () => {
  test.each(['greeting', 'thanks', 'help'] as const)('(%s) gives way to a service', (intent) => {
    expect(best({ [intent]: 0.7, debt: SERVICE_BEATS_SMALL_TALK })).toBe('debt');
  });

  test('stands when no service is likely', () => {
    expect(best({ greeting: 0.7, debt: SERVICE_BEATS_SMALL_TALK - 0.01, none: 0.25 })).toBe(
      'greeting',
    );
  });

  test('gives way to no foreign matter and to no other small talk', () => {
    expect(best({ thanks: 0.5, none: 0.3, greeting: 0.2 })).toBe('thanks');
  });
});
