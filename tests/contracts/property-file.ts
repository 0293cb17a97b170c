import { describe, expect, test } from 'vitest';
import type { RecordStore } from '../../src/records/record-store.ts';
import { KEYED_HASH } from '../records/records-folder.ts';
import { BILL, HOUSE, MARYAM, MARYAMS_MOBILE, PAYMENT, SAEED, SHOP } from './recorded-city.ts';

/** The part of the contract that is about one property; the store holds the recorded city. */
export function propertyFileContract(store: () => RecordStore): void {
  describe('everything on file for one property', () => {
    test('its own facts, in numbers, texts and ISO days', async () => {
      const file = await store().propertyFile(HOUSE);
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
      expect(await store().propertyFile(SHOP)).toMatchObject({
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
      const file = await store().propertyFile(HOUSE);
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
      const charges = (await store().propertyFile(HOUSE))?.charges;
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
      const [charge] = (await store().propertyFile(SHOP))!.charges;
      expect(charge?.dueRials).toBe(9_007_199_254_741);
    });

    test('its bills and payments; leading zeros count', async () => {
      const file = await store().propertyFile(HOUSE);
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
      const requests = (await store().propertyFile(HOUSE))!.requests;
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
      const file = await store().propertyFile(HOUSE);
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
      expect(await store().propertyFile('3-11-245-8-0-0-0')).toBeNull();
    });
  });
}
