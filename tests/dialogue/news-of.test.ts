import { describe, expect, test } from 'vitest';
import { loadCity } from '../../src/city/load-city.ts';
import { newsOf } from '../../src/dialogue/news/news-of.ts';
import type { Identity } from '../../src/identity/create-identity.ts';
import type { Proofs } from '../../src/identity/proofs.ts';
import type { RecordEvent } from '../../src/records/record-events.ts';
import type { Bill, Certificate, PropertyFile } from '../../src/records/record-store.ts';
import { file, party, recordsOf, request } from '../identity/sample-file.ts';

const NOW = new Date('2026-11-21T08:30:00Z');
const CODE = '1-1-1-1';
const city = await loadCity('city');

/** What somebody with this number is told of the event. */
async function told(
  event: Partial<RecordEvent>,
  of: PropertyFile,
  who: { id: string; proofs?: Partial<Proofs> },
) {
  const mobile = { hash: `mobile-${who.id}`, masked: '', provenAt: NOW };
  const proofs = {
    mobile,
    current: true,
    reused: false,
    party: null,
    strong: false,
    grants: [],
  };
  const identity = { proofsOf: async () => ({ ...proofs, ...who.proofs }) } as unknown as Identity;
  const { records } = recordsOf(of);
  const whole = { id: 1, kind: 'request', objectKey: [], code: CODE, before: null, after: {} };
  const news = await newsOf(
    { records, identity, city },
    'telegram:1',
    { ...whole, ...event } as RecordEvent,
    NOW,
  );
  return news.kind === 'tell' ? news.reply.lines.map(({ key }) => key) : news.kind;
}

function bill(given: Partial<Bill> = {}): Bill {
  return {
    billId: 'b',
    paymentId: 'p',
    code: CODE,
    account: 'renovation',
    amountRials: 1_000,
    issuedOn: null,
    payBy: null,
    status: 'issued',
    ...given,
  };
}

function certificate(status: Certificate['status']): Certificate {
  return {
    kind: 'clearance',
    number: '7',
    requestNo: null,
    issuedOn: '2026-11-20',
    validUntil: null,
    status,
    floors: null,
    units: null,
    areaM2: null,
  };
}

const OWNER = { id: 'owner' };
const ownersFile = (given: Partial<PropertyFile>) =>
  file(CODE, { parties: [party('owner'), party('tenant', { role: 'tenant' })], ...given });

describe('news ends silently', () => {
  const event: Partial<RecordEvent> = { kind: 'bill', objectKey: ['b', 'p'] };

  test('for somebody who is not on the file any more', async () => {
    const sold = file(CODE, {
      parties: [party('owner', { validTo: '2026-11-20' }), party('buyer')],
      bills: [bill()],
    });
    expect(await told(event, sold, OWNER)).toBe('ended');
    expect(await told(event, sold, { id: 'buyer' })).toContain('news-bill');
  });

  test('for somebody whose proof has run out', async () => {
    const proofs = { current: false };
    expect(await told(event, ownersFile({ bills: [bill()] }), { ...OWNER, proofs })).toBe('ended');
  });

  test('for somebody whose number another account had proven before', async () => {
    const proofs = { reused: true };
    expect(await told(event, ownersFile({ bills: [bill()] }), { ...OWNER, proofs })).toBe('ended');
  });
});

describe('news of bills', () => {
  const event: Partial<RecordEvent> = { kind: 'bill', objectKey: ['b', 'p'] };
  const before = { status: 'issued' };

  test('a new bill comes with its amount and ids', async () => {
    expect(await told(event, ownersFile({ bills: [bill()] }), OWNER)).toEqual([
      'news-bill',
      'payment-bill',
      'payment-bill-id',
      'payment-code',
      'payment-payment-id',
      'payment-code',
    ]);
  });

  test('a tenant hears of waste bills and of no other account', async () => {
    const tenant = { id: 'tenant' };
    const waste = ownersFile({ bills: [bill({ account: 'waste' })] });
    expect(await told(event, waste, tenant)).toContain('news-bill');
    expect(await told(event, ownersFile({ bills: [bill()] }), tenant)).toBe('nothing');
  });

  test('a bill of the commission is told to nobody without the national id', async () => {
    const commission = ownersFile({ bills: [bill({ account: 'commission' })] });
    expect(await told(event, commission, OWNER)).toBe('nothing');
  });

  test('a payment and a bill that became void are told; one that came in that way is not', async () => {
    const paid = ownersFile({ bills: [bill({ status: 'paid' })] });
    const cancelled = ownersFile({ bills: [bill({ status: 'void' })] });
    expect(await told({ ...event, before }, paid, OWNER)).toEqual(['news-bill-paid']);
    expect(await told({ ...event, before }, cancelled, OWNER)).toEqual(['news-bill-void']);
    expect(await told(event, paid, OWNER)).toBe('nothing');
    expect(await told(event, cancelled, OWNER)).toBe('nothing');
  });
});

describe('news of certificates', () => {
  const event: Partial<RecordEvent> = { kind: 'certificate', objectKey: ['clearance', '7'] };
  const before = { status: 'valid' };
  const having = (status: Certificate['status']) =>
    ownersFile({ certificates: [certificate(status)] });

  test('a new one is told with its number and date', async () => {
    expect(await told(event, having('valid'), OWNER)).toEqual([
      'news-certificate',
      'certificate-number',
      'certificate-issued',
    ]);
  });

  test.each([
    ['valid', 'news-certificate-renewed'],
    ['expired', 'news-certificate-expired'],
    ['revoked', 'news-certificate-revoked'],
  ] as const)('one that is now %s is told as such', async (status, key) => {
    expect(await told({ ...event, before }, having(status), OWNER)).toContain(key);
  });

  test('an old one entered late is no news', async () => {
    expect(await told(event, having('expired'), OWNER)).toBe('nothing');
  });

  test('a tenant is told of none', async () => {
    expect(await told(event, having('valid'), { id: 'tenant' })).toBe('nothing');
  });
});

describe('news of requests', () => {
  const event: Partial<RecordEvent> = { kind: 'request', objectKey: ['77'] };
  const applied = ownersFile({ requests: [request('77', 'builder'), request('88', 'owner')] });

  test('the owner and whoever applied are told; a tenant is not', async () => {
    expect(await told(event, applied, OWNER)).toContain('news-request');
    expect(await told(event, applied, { id: 'builder' })).toContain('news-request');
    expect(await told(event, applied, { id: 'tenant' })).toBe('nothing');
  });

  test("whoever applied for one request is not told of another's", async () => {
    expect(await told({ ...event, objectKey: ['88'] }, applied, { id: 'builder' })).toBe('nothing');
  });

  test('a request that is gone from the records is no news', async () => {
    expect(await told({ ...event, objectKey: ['99'] }, applied, OWNER)).toBe('nothing');
  });
});
