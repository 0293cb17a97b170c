import { describe, expect, test } from 'vitest';
import { meantInPersian } from '../../src/understanding/wrong-keyboard.ts';
import { understand } from '../helpers/understander.ts';

describe('Persian typed on keys that were still English', () => {
  test.each([
    ['sghl', 'greeting', 'سلام'],
    ['fnid lg;l ]rnv hsj', 'debt', 'بدهی ملکم چقدر است'],
    ['\\v,kni hl fi ;[h vsdn', 'request-status', 'پرونده ام به کجا رسید'],
    ['fhcndn ldo,hl', 'book-inspection', 'بازدید میخوام'],
  ] as const)('«%s» is read as it was meant', (text, intent, meant) => {
    expect(understand(text)).toMatchObject({ intent, text: meant });
  });

  test.each([
    'bedehim cheghade',
    'hello',
    'payan kar',
    'mofasa hesab mikham',
    'asdfghjkl',
    'ps5',
    'farda sobh mitonam',
    'thanks',
  ])('«%s» is left as it stands', (text) => {
    expect(understand(text).text).toBe(text);
  });

  test('is not looked for where the letters make sense, are few or are of both scripts', () => {
    const knowsAll = () => true;
    expect(meantInPersian('sghl', knowsAll)).toBeNull();
    expect(meantInPersian('sg', (word) => word === 'سل')).toBeNull();
    expect(meantInPersian('سلام sghl', (word) => word === 'سلام')).toBeNull();
  });
});
