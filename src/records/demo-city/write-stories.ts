import { makeBillId, makePaymentId } from '../../language/bill-ids.ts';
import { tidy } from '../../language/text.ts';
import type { CityFiles } from './city-files.ts';
import { demoNationalId } from './identifiers.ts';
import type { Stories, StoryBill, StoryProperty } from './story.ts';

/** The city's number within its bill ids. */
const CITY_COMPANY = 1;
const FIRST_STORY_FILE = 30_200_001;

/** Writes what the playground's citizens have on record; returns the codes that are taken by it. */
export function writeStories(files: CityFiles, stories: Stories, updatedAt: string): Set<string> {
  for (const { name, mobile, serial } of Object.values(stories.people)) {
    files.add('parties', { national_id: demoNationalId(serial), name, mobile });
  }
  const idOf = (key: string) => {
    const person = stories.people[key];
    if (!person) throw new RangeError(`stories.yaml: nobody is called ${key}`);
    return demoNationalId(person.serial);
  };
  stories.properties.forEach((property, index) => {
    writeProperty(files, property, { idOf, updatedAt, file: FIRST_STORY_FILE + index });
  });
  return new Set(stories.properties.map((property) => property.nosazi_code));
}

interface Setting {
  idOf(person: string): string;
  updatedAt: string;
  file: number;
}

function writeProperty(files: CityFiles, story: StoryProperty, setting: Setting): void {
  const { ownership, charges, bills, requests, certificates, violations, holds, ...facts } = story;
  const nosazi_code = story.nosazi_code;
  const district = Number(nosazi_code.split('-')[0]);
  files.add('properties', {
    ...facts,
    address: tidy(story.address),
    district,
    updated_at: setting.updatedAt,
  } as Record<string, string | number>);
  for (const { person, ...row } of ownership) {
    files.add('ownership', { nosazi_code, national_id: setting.idOf(person), ...row });
  }
  for (const row of charges) files.add('charges', { nosazi_code, ...row });
  for (const bill of bills)
    writeBill(files, nosazi_code, { ...bill, file: bill.file ?? setting.file });
  for (const { steps, applicant, ...row } of requests) {
    const { request_no } = row;
    const applicant_national_id = setting.idOf(applicant);
    files.add('requests', { nosazi_code, applicant_national_id, ...row });
    steps.forEach((step, i) => {
      files.add('request-steps', { request_no, seq: i + 1, ...step });
    });
  }
  for (const row of certificates) files.add('certificates', { nosazi_code, ...row });
  for (const row of violations) files.add('violations', { nosazi_code, ...row });
  for (const row of holds) files.add('holds', { nosazi_code, ...row });
}

/** A bill with true check digits and, where it is paid, its payment. */
export function writeBill(
  files: CityFiles,
  nosazi_code: string,
  bill: StoryBill & { file: number; channel?: string; trace_no?: string },
): void {
  const { file, year, period, paid_at, channel, trace_no, ...row } = bill;
  const bill_id = makeBillId(String(file).padStart(8, '0'), CITY_COMPANY);
  const payment_id = makePaymentId(bill_id, bill.amount_rials, year % 10, period);
  files.add('bills', { bill_id, payment_id, nosazi_code, ...row });
  if (paid_at) {
    const amount_rials = bill.amount_rials;
    files.add('payments', { bill_id, payment_id, paid_at, amount_rials, channel, trace_no });
  }
}
