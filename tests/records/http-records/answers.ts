import { KEYED_HASH } from '../records-folder.ts';

export const CODE = '3-11-245-7-0-0-0';
export const RECORDED_AT = '2026-11-21T06:00:00.000Z';

/** A file with nothing missing. */
export const PROPERTY = {
  code: CODE,
  district: 3,
  level: 'parcel',
  address: 'خیابان بهارستان، پلاک ۲۴',
  ...{ postalCode: null, plate: null, plateSection: null, landUse: null },
  ...{ deedAreaM2: 212.5, builtAreaM2: null, lat: null, lon: null, updatedAt: '1405/08/29' },
  parties: [
    {
      nationalIdHash: KEYED_HASH('national-id', '9990000107'),
      mobileHash: KEYED_HASH('mobile', '09000001001'),
      nameMasked: 'م••• ب•••',
      ...{ role: 'owner', dang: 6, validFrom: null, validTo: null },
    },
  ],
  charges: [
    {
      account: 'renovation',
      fiscalYear: 1404,
      principalRials: 9_000,
      ...{ lateRials: 0, vatRials: 0, discountRials: 0, paidRials: 0 },
    },
  ],
  ...{ bills: [], payments: [], requests: [], certificates: [], violations: [], holds: [] },
};

export const ANSWER = { recordedAt: RECORDED_AT, property: PROPERTY };
