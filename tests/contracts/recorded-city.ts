import { makeBillId, makePaymentId } from '../../src/language/bill-ids.ts';
import type { Files } from '../records/records-folder.ts';

export const HOUSE = '3-11-245-7-0-0-0';
export const SHOP = '2-7-118-3-1-0-7';
export const MARYAM = '9990000107';
export const SAEED = '9990000204';
export const MARYAMS_MOBILE = '09000001001';
export const BILL = makeBillId('00112450', 1);
export const PAYMENT = makePaymentId(BILL, 28_978_000, 4, 1);

/** What the store under test is to have on record, as a municipality's files. */
export const RECORDS: Files = {
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
