import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { UpstreamError } from '../../src/errors.ts';
import { makeBillId, makePaymentId } from '../../src/language/bill-ids.ts';
import type { RecordStore } from '../../src/records/record-store.ts';
import { type Files, KEYED_HASH, NOW } from '../records/records-folder.ts';

const HOUSE = '3-11-245-7-0-0-0';
const SHOP = '2-7-118-3-1-0-7';
const MARYAM = '9990000107';
const SAEED = '9990000204';
const MARYAMS_MOBILE = '09000001001';
const BILL = makeBillId('00112450', 1);
const PAYMENT = makePaymentId(BILL, 28_978_000, 4, 1);

/** What the store under test is to have on record, as a municipality's files. */
const RECORDS: Files = {
  districts: [
    { district: 2, name: 'ارم' },
    { district: 3, name: 'بهارستان' },
  ],
  offices: [
    { code: '31002', name: 'بهارستان', address: 'خیابان بهارستان، پلاک ۵۶' },
    {
      code: '31001',
      name: 'ارکیده',
      district: 2,
      address: 'بلوار ارم',
      phone: '08130000101',
      lat: 34.6262,
      lon: 49.2861,
      services: 'clearance;inquiry',
      hours: 'sat-wed 08:00-14:00',
    },
  ],
  properties: [
    {
      nosazi_code: HOUSE,
      district: 3,
      level: 'parcel',
      address: 'خیابان بهارستان، پلاک ۲۴',
      postal_code: '6517812345',
      plate: '56/1234',
      plate_section: 'بخش ۳',
      land_use: 'مسکونی',
      deed_area_m2: 212.5,
      built_area_m2: 168,
      lat: 34.5994,
      lon: 49.2806,
      updated_at: '1405/08/29',
    },
    { nosazi_code: SHOP, district: 2, address: 'بلوار ارم، مغازه ۷' },
  ],
  parties: [
    { national_id: MARYAM, name: 'مریم بهاری', mobile: MARYAMS_MOBILE },
    { national_id: SAEED, name: 'سعید ارمی', mobile: '09000001002' },
    { national_id: '9990001219', name: 'زهرا روشن', mobile: '09000001012' },
    { national_id: '9990001227', name: 'حسن روشن', mobile: '09000001012' },
  ],
  ownership: [
    { nosazi_code: HOUSE, national_id: MARYAM, role: 'owner', dang: 4.5, valid_from: '1391/04/12' },
    {
      nosazi_code: HOUSE,
      national_id: SAEED,
      role: 'attorney',
      valid_from: '1403/01/15',
      valid_to: '1405/01/15',
    },
    { nosazi_code: SHOP, national_id: MARYAM, role: 'guild-holder' },
    { nosazi_code: SHOP, national_id: '9990001219', role: 'owner', dang: 6 },
  ],
  requests: [
    {
      request_no: '1405123456',
      service: 'building-permit',
      nosazi_code: HOUSE,
      file_no: '22999840320',
      applicant_national_id: SAEED,
      office_code: '31001',
      status: 'waiting-citizen',
      stage: 'کنترل نقشه',
      opened_at: '1405/07/18',
      due_on: '1405/09/05',
      letter_no: '17/882',
      letter_from: 'بانک مسکن',
    },
    {
      request_no: '1405000001',
      service: 'inquiry',
      nosazi_code: HOUSE,
      status: 'completed',
      opened_at: '1405/02/01',
    },
  ],
  'request-steps': [
    {
      request_no: '1405123456',
      seq: 10,
      stage: 'کنترل نقشه',
      entered_at: '1405/08/19',
      outcome: 'defect',
      public_note: 'نقشه سازه مهر شده',
    },
    {
      request_no: '1405123456',
      seq: 2,
      stage: 'بازدید',
      unit: 'مأمور بازدید',
      entered_at: '1405/07/20',
      left_at: '1405/07/28',
      outcome: 'forwarded',
    },
  ],
  certificates: [
    {
      kind: 'completion',
      number: '3-1392-871',
      nosazi_code: HOUSE,
      issued_on: '1392/09/05',
      valid_until: '1402/09/05',
      status: 'valid',
      floors: 1,
      units: 1,
      area_m2: 168,
    },
  ],
  violations: [
    {
      nosazi_code: HOUSE,
      no: 'V-1',
      kind: 'اضافه طبقه',
      floor: 'سوم',
      area_m2: 62.5,
      year: 1404,
      status: 'in-commission',
      decision_no: '340',
      decision_level: 'first',
      decision: 'fine',
      fine_rials: 845_000_000,
      notified_on: '1405/08/21',
    },
  ],
  charges: [
    { nosazi_code: HOUSE, account: 'renovation', fiscal_year: 1404, principal_rials: 9_459_000 },
    {
      nosazi_code: HOUSE,
      account: 'renovation',
      fiscal_year: 1403,
      principal_rials: 13_334_000,
      late_rials: 1_379_000,
      vat_rials: 1_000,
      discount_rials: 500,
      paid_rials: 500,
    },
    {
      nosazi_code: HOUSE,
      account: 'waste',
      fiscal_year: 1404,
      principal_rials: 1_000,
      paid_rials: 5_000,
    },
    { nosazi_code: SHOP, account: 'guild', fiscal_year: 1404, principal_rials: 9_007_199_254_741 },
  ],
  bills: [
    {
      bill_id: BILL,
      payment_id: PAYMENT,
      nosazi_code: HOUSE,
      account: 'renovation',
      amount_rials: 28_978_000,
      issued_on: '1405/07/15',
      pay_by: '1405/09/30',
      status: 'issued',
    },
  ],
  payments: [
    {
      bill_id: BILL,
      payment_id: PAYMENT,
      paid_at: '1405/08/27 21:40',
      amount_rials: 28_978_000,
      channel: 'خودپرداز',
      trace_no: '004711',
    },
  ],
  holds: [
    { nosazi_code: HOUSE, level: 'stop', since: '1405/05/14', until: '1406/01/01' },
    { nosazi_code: HOUSE, level: 'warn', since: '1404/05/14' },
  ],
  staff: [
    { mobile: '09000008003', name: 'سهیلا کیانی', role: 'inspector', district: 2, daily_max: 4 },
    { mobile: '09000008008', name: 'شهرام خجسته', role: 'inspector' },
    { mobile: '09000008004', name: 'کامران بینا', role: 'inspector', district: 3, daily_max: 6 },
    { mobile: '09000008011', name: 'فریبا مقدم', role: 'clerk', district: 2 },
  ],
};

export interface RecordSource {
  records: RecordStore;
  close(): Promise<void>;
}

/**
 * What every source of records promises, whichever way a municipality gives them.
 *
 * @param open a source that has these files on record since `NOW`, or nothing at all
 * @param openBroken one whose system does not answer
 */
export function recordStoreContract(
  name: string,
  open: (files: Files | null) => Promise<RecordSource>,
  openBroken: () => Promise<RecordSource>,
): void {
  describe(`records from ${name}`, () => {
    let source: RecordSource;
    let records: RecordStore;
    beforeAll(async () => {
      source = await open(RECORDS);
      records = source.records;
    });
    afterAll(() => source.close());

    describe('everything on file for one property', () => {
      test('its own facts, in numbers, texts and ISO days', async () => {
        const file = await records.propertyFile(HOUSE);
        expect(file).toMatchObject({
          code: HOUSE,
          district: 3,
          level: 'parcel',
          address: 'خیابان بهارستان، پلاک ۲۴',
          postalCode: '6517812345',
          plate: '56/1234',
          plateSection: 'بخش ۳',
          landUse: 'مسکونی',
          deedAreaM2: 212.5,
          builtAreaM2: 168,
          lat: 34.5994,
          lon: 49.2806,
          updatedAt: '2026-11-20',
        });
      });

      test('what is not known is null, what there is none of is an empty list', async () => {
        expect(await records.propertyFile(SHOP)).toMatchObject({
          level: null,
          postalCode: null,
          deedAreaM2: null,
          lat: null,
          updatedAt: null,
          bills: [],
          payments: [],
          requests: [],
          certificates: [],
          violations: [],
          holds: [],
        });
      });

      test('its parties with their roles, as hashes and masks', async () => {
        const file = await records.propertyFile(HOUSE);
        expect(file?.parties).toHaveLength(2);
        expect(file?.parties).toContainEqual({
          nationalIdHash: KEYED_HASH('national-id', MARYAM),
          mobileHash: KEYED_HASH('mobile', MARYAMS_MOBILE),
          nameMasked: 'م••• ب•••',
          role: 'owner',
          dang: 4.5,
          validFrom: '2012-07-02',
          validTo: null,
        });
        expect(file?.parties).toContainEqual(
          expect.objectContaining({ role: 'attorney', dang: null, validTo: '2026-04-04' }),
        );
      });

      test('its charges by account and year; due is never below zero', async () => {
        const charges = (await records.propertyFile(HOUSE))?.charges;
        expect(
          charges?.map(({ account, fiscalYear, dueRials }) => [account, fiscalYear, dueRials]),
        ).toEqual([
          ['renovation', 1403, 14_713_000],
          ['renovation', 1404, 9_459_000],
          ['waste', 1404, 0],
        ]);
        expect(charges?.[0]).toEqual({
          account: 'renovation',
          fiscalYear: 1403,
          principalRials: 13_334_000,
          lateRials: 1_379_000,
          vatRials: 1_000,
          discountRials: 500,
          paidRials: 500,
          dueRials: 14_713_000,
        });
      });

      test('amounts beyond 32 bits are exact numbers', async () => {
        const [charge] = (await records.propertyFile(SHOP))!.charges;
        expect(charge?.dueRials).toBe(9_007_199_254_741);
      });

      test('its bills and payments; leading zeros count', async () => {
        const file = await records.propertyFile(HOUSE);
        expect(file?.bills).toEqual([
          {
            billId: BILL,
            paymentId: PAYMENT,
            code: HOUSE,
            account: 'renovation',
            amountRials: 28_978_000,
            issuedOn: '2026-10-07',
            payBy: '2026-12-21',
            status: 'issued',
          },
        ]);
        expect(file?.payments).toEqual([
          {
            billId: BILL,
            paymentId: PAYMENT,
            paidAt: '2026-11-18T21:40',
            amountRials: 28_978_000,
            channel: 'خودپرداز',
            traceNo: '004711',
          },
        ]);
      });

      test('its requests, oldest first, with their steps in order of number', async () => {
        const requests = (await records.propertyFile(HOUSE))!.requests;
        expect(requests.map(({ requestNo }) => requestNo)).toEqual(['1405000001', '1405123456']);
        expect(requests[1]).toEqual({
          requestNo: '1405123456',
          service: 'building-permit',
          fileNo: '22999840320',
          applicantNationalIdHash: KEYED_HASH('national-id', SAEED),
          applicantMobileHash: KEYED_HASH('mobile', '09000001002'),
          officeCode: '31001',
          status: 'waiting-citizen',
          stage: 'کنترل نقشه',
          openedAt: '2026-10-10',
          dueOn: '2026-11-26',
          closedAt: null,
          letterNo: '17/882',
          letterFrom: 'بانک مسکن',
          steps: [
            {
              seq: 2,
              stage: 'بازدید',
              unit: 'مأمور بازدید',
              enteredAt: '2026-10-12',
              leftAt: '2026-10-20',
              outcome: 'forwarded',
              publicNote: null,
            },
            {
              seq: 10,
              stage: 'کنترل نقشه',
              unit: null,
              enteredAt: '2026-11-10',
              leftAt: null,
              outcome: 'defect',
              publicNote: 'نقشه سازه مهر شده',
            },
          ],
        });
        expect(requests[0]).toMatchObject({
          applicantNationalIdHash: null,
          applicantMobileHash: null,
          steps: [],
        });
      });

      test('its certificates, violations and holds', async () => {
        const file = await records.propertyFile(HOUSE);
        expect(file?.certificates).toEqual([
          {
            kind: 'completion',
            number: '3-1392-871',
            requestNo: null,
            issuedOn: '2013-11-26',
            validUntil: '2023-11-26',
            status: 'valid',
            floors: 1,
            units: 1,
            areaM2: 168,
          },
        ]);
        expect(file?.violations).toEqual([
          {
            no: 'V-1',
            kind: 'اضافه طبقه',
            floor: 'سوم',
            areaM2: 62.5,
            year: 1404,
            status: 'in-commission',
            decisionNo: '340',
            decisionLevel: 'first',
            decision: 'fine',
            fineRials: 845_000_000,
            notifiedOn: '2026-11-12',
          },
        ]);
        expect(file?.holds).toEqual([
          { level: 'warn', since: '2025-08-05', until: null },
          { level: 'stop', since: '2026-08-05', until: '2027-03-21' },
        ]);
      });

      test('a code that is on no file is null', async () => {
        expect(await records.propertyFile('3-11-245-8-0-0-0')).toBeNull();
      });
    });

    describe('who is behind a mobile', () => {
      const byMobile = (mobile: string) => records.partiesByMobile(KEYED_HASH('mobile', mobile));

      test('one party with every role ever recorded', async () => {
        const [party, ...others] = await byMobile(MARYAMS_MOBILE);
        expect(others).toEqual([]);
        expect(party?.nationalIdHash).toBe(KEYED_HASH('national-id', MARYAM));
        expect(party?.holdings).toEqual([
          {
            code: SHOP,
            address: 'بلوار ارم، مغازه ۷',
            district: 2,
            level: null,
            role: 'guild-holder',
            validFrom: null,
            validTo: null,
          },
          {
            code: HOUSE,
            address: 'خیابان بهارستان، پلاک ۲۴',
            district: 3,
            level: 'parcel',
            role: 'owner',
            validFrom: '2012-07-02',
            validTo: null,
          },
        ]);
        expect(party?.applications).toEqual([]);
      });

      test('what a party applied for, whoever owns it', async () => {
        const [party] = await byMobile('09000001002');
        expect(party?.applications).toEqual([
          { requestNo: '1405123456', code: HOUSE, address: 'خیابان بهارستان، پلاک ۲۴' },
        ]);
      });

      test('several parties that share it, each with their own', async () => {
        const parties = await byMobile('09000001012');
        expect(parties.map(({ holdings }) => holdings.length).toSorted()).toEqual([0, 1]);
      });

      test('nobody is an empty list', async () => {
        expect(await byMobile('09000009999')).toEqual([]);
      });
    });

    test('the property of a request is found by its number', async () => {
      expect(await records.codeOfRequest('1405123456')).toBe(HOUSE);
      expect(await records.codeOfRequest('1405999999')).toBeNull();
    });

    test('a bill is found by both its ids, never by one', async () => {
      const other = makePaymentId(BILL, 1_000, 4, 1);
      expect(await records.bill(BILL, PAYMENT)).toMatchObject({
        code: HOUSE,
        amountRials: 28_978_000,
      });
      expect(await records.bill(BILL, other)).toBeNull();
    });

    test('offices with their services and hours as given; no services means all', async () => {
      const offices = await records.offices();
      expect(offices.toSorted((a, b) => a.code.localeCompare(b.code))).toEqual([
        {
          code: '31001',
          name: 'ارکیده',
          district: 2,
          address: 'بلوار ارم',
          phone: '08130000101',
          lat: 34.6262,
          lon: 49.2861,
          services: ['clearance', 'inquiry'],
          hours: 'sat-wed 08:00-14:00',
        },
        {
          code: '31002',
          name: 'بهارستان',
          district: null,
          address: 'خیابان بهارستان، پلاک ۵۶',
          phone: null,
          lat: null,
          lon: null,
          services: [],
          hours: null,
        },
      ]);
    });

    test('districts in order', async () => {
      expect(await records.districts()).toEqual([
        { district: 2, name: 'ارم' },
        { district: 3, name: 'بهارستان' },
      ]);
    });

    test('streets by the district they run through', async () => {
      const streets = await records.streets();
      expect(streets).toHaveLength(2);
      expect(streets).toContainEqual({ name: 'خیابان بهارستان', district: 3 });
      expect(streets).toContainEqual({ name: 'بلوار ارم', district: 2 });
    });

    test('inspectors of a district, and those of none; a clerk is no inspector', async () => {
      const names = async (district: number) =>
        (await records.inspectors(district))
          .map(({ name, dailyMax }) => [name, dailyMax])
          .toSorted();
      expect(await names(2)).toEqual([
        ['سهیلا کیانی', 4],
        ['شهرام خجسته', 6],
      ]);
      expect(await names(9)).toEqual([['شهرام خجسته', 6]]);
    });

    test('an inspector’s id tells nothing of their mobile and is the same each time', async () => {
      const [first] = await records.inspectors(9);
      const [again] = await records
        .inspectors(2)
        .then((all) => all.filter(({ district }) => district === null));
      expect(first?.id).toBe(again?.id);
      expect(first?.id).toMatch(/^[0-9a-f]{12}$/);
    });

    test('how up to date the records are', async () => {
      expect(await records.recordedAt()).toEqual(NOW);
    });

    test('before anything was recorded there is no such moment', async () => {
      const empty = await open(null);
      expect(await empty.records.recordedAt()).toBeNull();
      expect(await empty.records.propertyFile(HOUSE)).toBeNull();
      await empty.close();
    });

    test('a system that does not answer is an UpstreamError, never "no record"', async () => {
      const broken = await openBroken();
      const questions: (() => Promise<unknown>)[] = [
        () => broken.records.propertyFile(HOUSE),
        () => broken.records.partiesByMobile(KEYED_HASH('mobile', MARYAMS_MOBILE)),
        () => broken.records.codeOfRequest('1405123456'),
        () => broken.records.bill(BILL, PAYMENT),
        () => broken.records.offices(),
        () => broken.records.districts(),
        () => broken.records.streets(),
        () => broken.records.inspectors(2),
        () => broken.records.recordedAt(),
      ];
      for (const ask of questions) await expect(ask()).rejects.toThrow(UpstreamError);
      await broken.close();
    });
  });
}
