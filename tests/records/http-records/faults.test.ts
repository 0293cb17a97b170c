import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { UpstreamError } from '../../../src/errors.ts';
import { httpRecords } from '../../../src/records/http-records/http-records.ts';
import type { RecordStore } from '../../../src/records/record-store.ts';
import { KEYED_HASH } from '../records-folder.ts';
import { ANSWER, CODE, PROPERTY } from './answers.ts';
import {
  type Behaviour,
  type MisbehavingService,
  misbehavingService,
  resets,
  says,
  saysText,
  stopsHalfway,
} from './misbehaving-service.ts';

let service: MisbehavingService;
let records: RecordStore;

beforeEach(async () => {
  service = await misbehavingService();
  records = httpRecords({ url: service.url, token: 'canary-records-token' });
});
afterEach(() => service.close());

const without = (field: string) => {
  const { [field]: _, ...rest } = PROPERTY as Record<string, unknown>;
  return says({ ...ANSWER, property: rest });
};
const withProperty = (changed: object) =>
  says({ ...ANSWER, property: { ...PROPERTY, ...changed } });
const html = '<html><h1>404 Not Found</h1></html>';

test('a whole answer is the file', async () => {
  service.does = says(ANSWER);
  const file = await records.propertyFile(CODE);
  expect(file).toMatchObject({
    code: CODE,
    updatedAt: '2026-11-20',
    charges: [{ dueRials: 9_000 }],
  });
  expect(service.asked).toEqual([`/properties/${CODE}`]);
});

test('only the documented body is "no record"', async () => {
  service.does = says({ error: 'not-found' }, 404);
  expect(await records.propertyFile(CODE)).toBeNull();
  expect(await records.partiesByMobile(KEYED_HASH('mobile', '09000001001'))).toEqual([]);
});

describe('an UpstreamError, never "no record", is what becomes of', () => {
  test.each<[string, Behaviour]>([
    ['a page of a proxy that knows no such path', saysText(html, 'text/html', 404)],
    ['a 404 without a body', saysText('', 'text/plain', 404)],
    ['a 404 with another body', says({ error: 'no-such-path' }, 404)],
    ['a login page', saysText('<html>ورود</html>', 'text/html')],
    ['an empty answer', saysText('', 'application/json')],
    ['204', saysText('', 'application/json', 204)],
    ['JSON that breaks off', saysText('{"recordedAt":', 'application/json')],
    ['an answer cut off on its way', stopsHalfway],
    ['null', says(null)],
    ['a wrong or missing token', says({ error: 'unauthorized' }, 401)],
    ['a 500', says({ error: 'failed' }, 500)],
    ['a 503 that stays', says({}, 503)],
    ['a 429', says({}, 429)],
    ['a 501 where it may not be', says({ error: 'not-offered' }, 501)],
    ['a connection that breaks', resets],
    ['a file without its charges', without('charges')],
    ['a file without its parties', without('parties')],
    ['a file without one of its dates', without('updatedAt')],
    ['the file of another property', withProperty({ code: '3-11-245-8-0-0-0' })],
    ['a date that does not exist', withProperty({ updatedAt: '1405/13/01' })],
    [
      'money that is no whole number',
      withProperty({ charges: [{ ...PROPERTY.charges[0], paidRials: 1.5 }] }),
    ],
    ['negative money', withProperty({ charges: [{ ...PROPERTY.charges[0], paidRials: -1 }] })],
    [
      'an account nobody knows',
      withProperty({ charges: [{ ...PROPERTY.charges[0], account: 'tax' }] }),
    ],
    [
      'a national id in the clear',
      withProperty({ parties: [{ ...PROPERTY.parties[0], nationalIdHash: '9990000107' }] }),
    ],
  ])('%s', async (_, does) => {
    service.does = does;
    await expect(records.propertyFile(CODE)).rejects.toThrow(UpstreamError);
  });

  test('a redirect, which is not followed', async () => {
    const other = await misbehavingService();
    other.does = says(ANSWER);
    service.does = (response) => response.writeHead(302, { location: other.url }).end();
    await expect(records.propertyFile(CODE)).rejects.toThrow(UpstreamError);
    expect(other.asked).toEqual([]);
    await other.close();
  });

  test('an answer larger than any file, of which no more is read', async () => {
    let isClosed = false;
    service.does = (response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const more = () => {
        while (!isClosed && response.write(' '.repeat(65_536)));
      };
      response.on('drain', more).on('close', () => {
        isClosed = true;
      });
      more();
    };
    await expect(records.propertyFile(CODE)).rejects.toThrow('larger than');
    await expect.poll(() => isClosed).toBe(true);
  });

  test('a service that does not answer within three seconds, asked once', async () => {
    const asked = performance.now();
    await expect(records.propertyFile(CODE)).rejects.toThrow(UpstreamError);
    expect(performance.now() - asked).toBeLessThan(3_500);
    expect(service.asked).toHaveLength(1);
  });

  test('a service that sends a byte now and then', async () => {
    let drip: NodeJS.Timeout | undefined;
    service.does = (response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      drip = setInterval(() => response.write(' '), 100);
    };
    await expect(records.propertyFile(CODE)).rejects.toThrow('took more than');
    clearInterval(drip);
  });
});

describe('a service that stumbled once', () => {
  test.each<[string, Behaviour]>([
    ['broke the connection', resets],
    ['answered 502', says({}, 502)],
    ['answered 503', says({}, 503)],
    ['answered 504', says({}, 504)],
  ])('is asked again when it %s', async (_, stumbles) => {
    service.does = (response, request) => {
      service.does = says(ANSWER);
      stumbles(response, request);
    };
    expect((await records.propertyFile(CODE))?.code).toBe(CODE);
    expect(service.asked).toHaveLength(2);
  });

  test.each<[string, Behaviour]>([
    ['a 500', says({}, 500)],
    ['a wrong token', says({}, 401)],
    ['an answer that breaks the rules', withProperty({ district: 'three' })],
  ])('is not asked again after %s', async (_, does) => {
    service.does = does;
    await expect(records.propertyFile(CODE)).rejects.toThrow(UpstreamError);
    expect(service.asked).toHaveLength(1);
  });
});

test('what is said of a failure repeats neither token nor question nor answer', async () => {
  const secrets = ['canary-records-token', CODE, '9990000107', KEYED_HASH('mobile', '09000001001')];
  const failures: unknown[] = [];
  for (const does of [
    withProperty({ parties: [{ ...PROPERTY.parties[0], nationalIdHash: '9990000107' }] }),
    saysText('{"9990000107"', 'application/json'),
    says({}, 500),
    resets,
  ]) {
    service.does = does;
    await records.propertyFile(CODE).catch((error) => failures.push(error));
    await records.partiesByMobile(secrets[3]!).catch((error) => failures.push(error));
  }
  expect(failures).toHaveLength(8);
  const told = failures.map((error) => (error as Error).stack).join('\n');
  for (const secret of secrets) expect(told).not.toContain(secret);
});

test('addresses within records are never fetched', async () => {
  const other = await misbehavingService();
  service.does = withProperty({ address: other.url, landUse: `<img src="${other.url}">` });
  expect((await records.propertyFile(CODE))?.address).toBe(other.url);
  expect(other.asked).toEqual([]);
  await other.close();
});

test('what a citizen typed stays one part of the path', async () => {
  service.does = says({ error: 'not-found' }, 404);
  await records.codeOfRequest('../city?x=1#y');
  expect(service.asked).toEqual(['/requests/..%2Fcity%3Fx%3D1%23y']);
});
