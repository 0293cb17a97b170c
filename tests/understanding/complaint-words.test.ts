import { describe, expect, it } from 'vitest';
import { complaintNamed, tellsWhatHappened } from '../../src/understanding/complaint-words.ts';

describe('the kind of a complaint', () => {
  it.each([
    ['شکایت از همسایه', 'neighbour'],
    ['ساختمان مجاور بدون سازه نگهبان گودبرداری می‌کند', 'neighbour'],
    ['hamsaye dare bedune mojavez tabaghe misaze', 'neighbour'],
    ['آسفالت کوچه داغونه', 'urban'],
    ['زباله‌هاي كوچه ما سه روزه جمع نشده', 'urban'],
    ['jeloye pelake ma noxale rikhtan', 'urban'],
    ['سگ ولگرد سر کوچه‌مونه', 'urban'],
    ['موش زیاد شده تو جوب', 'urban'],
    ['جوشکاری تا صبح سر و صدا داره', 'urban'],
    ['کارمندتون توهین کرد', 'official'],
    ['shekayat daram az mamur', 'official'],
    ['شاکیم از تاخیرتون', 'delay'],
    ['از دست معطلی پرونده‌م شکایت دارم', 'delay'],
  ])('of %j is %s', (text, kind) => {
    expect(complaintNamed(text)).toBe(kind);
  });

  it('is asked where no word tells it, or words of two', () => {
    expect(complaintNamed('شکایت دارم')).toBeNull();
    expect(complaintNamed('تلفنتون خاموشه')).toBeNull();
    expect(complaintNamed('همسایه روبه‌رو زباله‌هاشو میریزه جلوی در ما')).toBeNull();
    expect(complaintNamed('از تأخیر غیرموجه کارشناس شکایت رسمی دارم')).toBeNull();
  });
});

it('a few words announce a complaint, a sentence tells what has happened', () => {
  expect(tellsWhatHappened('از همسایه شکایت دارم')).toBe(false);
  expect(tellsWhatHappened('چراغ کوچه دو ماه است که خاموش است')).toBe(true);
});
