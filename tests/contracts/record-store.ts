import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { UpstreamError } from '../../src/errors.ts';
import { makePaymentId } from '../../src/language/bill-ids.ts';
import type { RecordStore } from '../../src/records/record-store.ts';
import { type Files, KEYED_HASH, NOW } from '../records/records-folder.ts';
import { propertyFileContract } from './property-file.ts';
import { BILL, HOUSE, MARYAM, MARYAMS_MOBILE, PAYMENT, RECORDS, SHOP } from './recorded-city.ts';

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

    propertyFileContract(() => records);

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
      expect(streets).toContainEqual(
        expect.objectContaining({ name: 'خیابان بهارستان', district: 3 }),
      );
      expect(streets).toContainEqual(expect.objectContaining({ name: 'بلوار ارم', district: 2 }));
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
        () => broken.records.certificate({ number: '1', code: HOUSE, issuedOn: '2013-11-26' }),
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
