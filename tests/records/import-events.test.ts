import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { makeBillId, makePaymentId } from '../../src/language/bill-ids.ts';
import { testDatabases } from '../helpers/database.ts';
import {
  codeOf,
  type Files,
  type Municipality,
  openMunicipality,
  properties,
  type Row,
} from './records-folder.ts';

const BILL_ID = makeBillId('12345678', 1);

function bill(period: number, status = 'issued'): Row {
  return {
    bill_id: BILL_ID,
    payment_id: makePaymentId(BILL_ID, 9_000_000, 5, period),
    nosazi_code: codeOf(0),
    account: 'renovation',
    amount_rials: 9_000_000,
    status,
  };
}

function request(changes: Row = {}): Row {
  return {
    request_no: '1405000001',
    service: 'completion',
    nosazi_code: codeOf(1),
    status: 'in-progress',
    opened_at: '1405/06/01',
    ...changes,
  };
}

function step(seq: number, stage: string): Row {
  return { request_no: '1405000001', seq, stage, entered_at: '1405/06/01' };
}

function certificate(changes: Row = {}): Row {
  return {
    kind: 'completion',
    number: '3-1405-1',
    nosazi_code: codeOf(2),
    issued_on: '1405/08/01',
    status: 'valid',
    ...changes,
  };
}

describe.each(testDatabases())('what subscribers will be told, on $name', ({ open }) => {
  let city: Municipality;
  beforeAll(async () => {
    city = await openMunicipality(open);
  });
  beforeEach(async () => {
    await sql`truncate records.properties, records.requests, records.request_steps, records.bills,
      records.certificates, records.events, records.imports`.execute(city.database.db);
  });
  afterAll(() => city.close());

  /** The events of the second of two imports. */
  async function events(first: Files, second: Files) {
    const base = { properties: properties(3) };
    await city.load({ ...base, ...first });
    const report = await city.load({ ...base, ...second }, { allowShrink: true });
    const rows = await city.rows('events', 'id');
    expect(report.events).toBe(rows.length);
    return rows.map(({ kind, object_key, code, before, after }) => ({
      kind,
      key: object_key,
      code,
      before,
      after,
    }));
  }

  test('the first load of a table is news to nobody', async () => {
    expect(
      await events({}, { bills: [bill(1)], requests: [request()], certificates: [certificate()] }),
    ).toEqual([]);
  });

  test('a table that was empty is no first load: its first bill is news', async () => {
    expect(await events({ bills: [] }, { bills: [bill(1)] })).toHaveLength(1);
  });

  test('a new bill', async () => {
    expect(await events({ bills: [bill(1)] }, { bills: [bill(1), bill(2)] })).toEqual([
      {
        kind: 'bill',
        key: [BILL_ID, bill(2).payment_id],
        code: codeOf(0),
        before: null,
        after: { account: 'renovation', amountRials: 9_000_000, status: 'issued' },
      },
    ]);
  });

  test('a bill that is paid now', async () => {
    expect(await events({ bills: [bill(1)] }, { bills: [bill(1, 'paid')] })).toMatchObject([
      { kind: 'bill', before: { status: 'issued' }, after: { status: 'paid' } },
    ]);
  });

  test('a request’s stage', async () => {
    const was = request({ stage: 'بازدید' });
    expect(await events({ requests: [was] }, { requests: [request({ stage: 'صدور' })] })).toEqual([
      {
        kind: 'request',
        key: ['1405000001'],
        code: codeOf(1),
        before: { status: 'in-progress', stage: 'بازدید' },
        after: { service: 'completion', status: 'in-progress', stage: 'صدور' },
      },
    ]);
  });

  test('a request’s status and stage at once are one event', async () => {
    const now = request({ status: 'completed', stage: 'تحویل' });
    expect(
      await events({ requests: [request({ stage: 'صدور' })] }, { requests: [now] }),
    ).toHaveLength(1);
  });

  test('where the request names no stage, its last step is the stage', async () => {
    const first = { requests: [request()], 'request-steps': [step(1, 'بازدید')] };
    const second = { requests: [request()], 'request-steps': [step(1, 'بازدید'), step(2, 'صدور')] };
    expect(await events(first, second)).toMatchObject([
      { before: { stage: 'بازدید' }, after: { stage: 'صدور' } },
    ]);
  });

  test('a new step alone, without the file of requests, is news too', async () => {
    const first = { requests: [request()], 'request-steps': [step(1, 'بازدید')] };
    expect(
      await events(first, { 'request-steps': [step(1, 'بازدید'), step(2, 'صدور')] }),
    ).toHaveLength(1);
  });

  test('steps that are loaded for the first time are no news', async () => {
    const first = { requests: [request()] };
    expect(
      await events(first, { requests: [request()], 'request-steps': [step(1, 'بازدید')] }),
    ).toEqual([]);
  });

  test('a request that was not there before', async () => {
    expect(await events({ requests: [] }, { requests: [request()] })).toMatchObject([
      { kind: 'request', before: null, after: { status: 'in-progress' } },
    ]);
  });

  test('a new certificate', async () => {
    expect(await events({ certificates: [] }, { certificates: [certificate()] })).toEqual([
      {
        kind: 'certificate',
        key: ['completion', '3-1405-1'],
        code: codeOf(2),
        before: null,
        after: { status: 'valid', validUntil: null },
      },
    ]);
  });

  test('a certificate that is revoked', async () => {
    const now = { certificates: [certificate({ status: 'revoked' })] };
    expect(await events({ certificates: [certificate()] }, now)).toMatchObject([
      { before: { status: 'valid' }, after: { status: 'revoked' } },
    ]);
  });

  test('changes that no one waits for are no events', async () => {
    const first = { requests: [request()], certificates: [certificate()], bills: [bill(1)] };
    const second = {
      requests: [request({ office_code: '31001' })],
      certificates: [certificate({ floors: 3 })],
      bills: [{ ...bill(1), pay_by: '1405/12/01' }],
    };
    expect(await events(first, second)).toEqual([]);
  });

  test('what vanished is no event', async () => {
    expect(
      await events({ requests: [request()], bills: [bill(1)] }, { requests: [], bills: [] }),
    ).toEqual([]);
  });

  test('a run that is stopped leaves no events', async () => {
    const bad = Array.from({ length: 5 }, (_, i) => request({ request_no: `2${i}`, status: 'x' }));
    const second = { requests: [request({ stage: 'صدور' }), ...bad] };
    expect(await events({ requests: [request()] }, second)).toEqual([]);
  });
});
