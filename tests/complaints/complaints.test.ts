import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMPLAINTS_A_DAY, type Complaint } from '../../src/complaints/complaint.ts';
import { newComplaintNumber } from '../../src/complaints/complaint-number.ts';
import { createComplaints } from '../../src/complaints/create-complaints.ts';
import { type FileComplaint, fileComplaint } from '../../src/complaints/file-complaint.ts';
import type { ComplaintTables } from '../../src/complaints/tables.ts';
import type { Database } from '../../src/database/database.ts';
import { testDatabases } from '../helpers/database.ts';

const NOW = new Date('2026-11-21T06:30:00Z');
const hoursLater = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000);
const RIVALS = 20;

function complaint(given: Partial<Complaint> = {}): Complaint {
  return {
    about: 'urban',
    district: 2,
    text: 'The lamp at the corner has been dark for a month',
    photo: null,
    location: null,
    requestNo: null,
    ...given,
  };
}

function filing(citizenId: string, given: Partial<FileComplaint> = {}): FileComplaint {
  return {
    citizenId,
    draftId: randomBytes(5).toString('hex'),
    number: newComplaintNumber(randomBytes),
    complaint: complaint(),
    now: NOW,
    ...given,
  };
}

it('a complaint number is C and six symbols that are not misread', () => {
  for (let i = 0; i < 100; i++) {
    expect(newComplaintNumber(randomBytes)).toMatch(/^C-[0-9A-HJKMNP-TV-Z]{6}$/);
  }
});

describe.each(testDatabases())('complaints on $name', ({ open }) => {
  let database: Database<ComplaintTables>;
  beforeAll(async () => {
    database = await open<ComplaintTables>({ connections: RIVALS });
  });
  afterAll(() => database.close());

  const file = (wanted: FileComplaint) =>
    database.db.transaction().execute((tx) => fileComplaint(tx, wanted));
  const rowsOf = (citizenId: string) =>
    database.db
      .selectFrom('bot.complaints')
      .selectAll()
      .where('citizen_id', '=', citizenId)
      .execute();

  it('keeps everything that was told, readable for staff', async () => {
    const told = complaint({
      about: 'delay',
      district: null,
      text: 'Eight months <b>on your desk</b>',
      photo: 'AgACAgQAAxk',
      location: { lat: 34.6, lon: 49.28 },
      requestNo: '1405118230',
    });
    const wanted = filing('teller', { complaint: told });
    expect(await file(wanted)).toBe('done');
    expect(await rowsOf('teller')).toMatchObject([
      {
        number: wanted.number,
        about: 'delay',
        district: null,
        text: 'Eight months <b>on your desk</b>',
        photo: 'AgACAgQAAxk',
        lat: 34.6,
        lon: 49.28,
        request_no: '1405118230',
        filed_at: NOW,
      },
    ]);
  });

  it('the same draft sent again is one complaint under the first number', async () => {
    const first = filing('twice');
    expect(await file(first)).toBe('done');
    expect(await file(first)).toBe('done');
    expect(await file({ ...first, number: newComplaintNumber(randomBytes) })).toBe('filed');
    expect(await rowsOf('twice')).toHaveLength(1);
    const complaints = createComplaints({ db: database.db });
    expect(await complaints.numberOf('twice', first.draftId)).toBe(first.number);
  });

  it('twenty presses at once on "send" are one complaint', async () => {
    const draftId = 'pressed';
    const outcomes = await Promise.all(
      Array.from({ length: RIVALS }, () => file(filing('presser', { draftId }))),
    );
    expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === 'filed')).toHaveLength(RIVALS - 1);
    expect(await rowsOf('presser')).toHaveLength(1);
  });

  it('twenty complaints at once of one citizen are three', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: RIVALS }, () => file(filing('greedy'))),
    );
    expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(COMPLAINTS_A_DAY);
    expect(outcomes.filter((outcome) => outcome === 'too-many')).toHaveLength(
      RIVALS - COMPLAINTS_A_DAY,
    );
    expect(await rowsOf('greedy')).toHaveLength(COMPLAINTS_A_DAY);
  });

  it('three complaints within 24 hours leave no room for a fourth, and the next day does', async () => {
    const complaints = createComplaints({ db: database.db });
    for (const hours of [0, 1, 2]) {
      expect(await complaints.mayFile('daily', hoursLater(hours))).toBe(true);
      expect(await file(filing('daily', { now: hoursLater(hours) }))).toBe('done');
    }
    expect(await complaints.mayFile('daily', hoursLater(23))).toBe(false);
    expect(await file(filing('daily', { now: hoursLater(23) }))).toBe('too-many');
    expect(await complaints.mayFile('daily', hoursLater(24))).toBe(true);
    expect(await file(filing('daily', { now: hoursLater(24) }))).toBe('done');
  });

  it("another citizen's draft of the same id is another complaint", async () => {
    const complaints = createComplaints({ db: database.db });
    await file(filing('one', { draftId: 'same' }));
    expect(await complaints.numberOf('other', 'same')).toBeNull();
    expect(await file(filing('other', { draftId: 'same' }))).toBe('done');
  });

  it('a number that another complaint has is not given twice', async () => {
    const taken = filing('first-comer');
    await file(taken);
    expect(await file(filing('late-comer', { number: taken.number }))).toBe('number-taken');
    expect(await rowsOf('late-comer')).toEqual([]);
  });
});
