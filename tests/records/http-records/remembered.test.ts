import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { UpstreamError } from '../../../src/errors.ts';
import { type HttpRecords, httpRecords } from '../../../src/records/http-records/http-records.ts';
import { ANSWER, CODE, RECORDED_AT } from './answers.ts';
import {
  type MisbehavingService,
  misbehavingService,
  resets,
  says,
} from './misbehaving-service.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const CITY = {
  recordedAt: RECORDED_AT,
  districts: [{ district: 3, name: 'بهارستان' }],
  ...{ offices: [], streets: [], staff: [] },
};

let service: MisbehavingService;
let records: HttpRecords;
let time: number;

beforeEach(async () => {
  service = await misbehavingService();
  time = 0;
  records = httpRecords({ url: service.url, token: undefined }, () => time);
});
afterEach(() => service.close());

describe('what was heard lately', () => {
  test('stands in for a property’s file for a minute while the service is down, no longer', async () => {
    service.does = says(ANSWER);
    await records.propertyFile(CODE);
    service.does = resets;
    time = MINUTE - 1;
    expect((await records.propertyFile(CODE))?.code).toBe(CODE);
    time = MINUTE;
    await expect(records.propertyFile(CODE)).rejects.toThrow(UpstreamError);
  });

  test('is never used for a file while the service answers: a changed owner loses access at once', async () => {
    service.does = says(ANSWER);
    await records.propertyFile(CODE);
    service.does = says({ ...ANSWER, property: { ...ANSWER.property, parties: [] } });
    expect((await records.propertyFile(CODE))?.parties).toEqual([]);
  });

  test('does not hide a wrong answer', async () => {
    service.does = says(ANSWER);
    await records.propertyFile(CODE);
    service.does = says({});
    await expect(records.propertyFile(CODE)).rejects.toThrow(UpstreamError);
  });

  test('is forgotten when the service says that it is no longer on record', async () => {
    service.does = says(ANSWER);
    await records.propertyFile(CODE);
    service.does = says({ error: 'not-found' }, 404);
    expect(await records.propertyFile(CODE)).toBeNull();
    service.does = resets;
    await expect(records.propertyFile(CODE)).rejects.toThrow(UpstreamError);
  });

  test('serves the city’s lists for a minute without asking, and for fifteen while the service is down', async () => {
    service.does = says(CITY);
    await records.districts();
    time = MINUTE - 1;
    await records.offices();
    expect(service.asked).toHaveLength(1);
    service.does = resets;
    time = 15 * MINUTE - 1;
    expect(await records.districts()).toHaveLength(1);
    time = 15 * MINUTE;
    await expect(records.districts()).rejects.toThrow(UpstreamError);
  });

  test('never means "no record": that is only ever said at the moment', async () => {
    service.does = says({ error: 'not-found' }, 404);
    expect(await records.propertyFile(CODE)).toBeNull();
    service.does = resets;
    await expect(records.propertyFile(CODE)).rejects.toThrow(UpstreamError);
  });
});

describe('how up to date an answer is', () => {
  test('is what that answer said, without asking again', async () => {
    service.does = says({ ...ANSWER, recordedAt: '2026-11-18T02:00:00+03:30' });
    await records.propertyFile(CODE);
    expect(await records.recordedAt()).toEqual(new Date('2026-11-17T22:30:00Z'));
    expect(service.asked).toHaveLength(1);
  });

  test('is known for an answer that was heard before the service went down', async () => {
    service.does = says(CITY);
    await records.recordedAt();
    service.does = resets;
    time = MINUTE - 1;
    expect(await records.recordedAt()).toEqual(new Date(RECORDED_AT));
  });
});

describe('a service that is down', () => {
  async function fail(times: number): Promise<void> {
    service.does = says({}, 500);
    for (let i = 0; i < times; i++) await records.propertyFile(CODE).catch(() => {});
  }

  test('is not asked any more after five failures in a row', async () => {
    await fail(7);
    expect(service.asked).toHaveLength(5);
  });

  test('gets one question ten seconds later, and all of them once it has answered', async () => {
    await fail(5);
    time = 10 * SECOND;
    service.does = says(ANSWER);
    expect((await records.propertyFile(CODE))?.code).toBe(CODE);
    expect((await records.propertyFile(CODE))?.code).toBe(CODE);
  });

  test('is left alone for another ten seconds when that one failed', async () => {
    await fail(5);
    time = 10 * SECOND;
    await fail(2);
    expect(service.asked).toHaveLength(6);
  });

  test('one broken record does not keep the others from being asked for', async () => {
    service.does = says({ ...ANSWER, property: {} });
    for (let i = 0; i < 7; i++) await records.propertyFile(CODE).catch(() => {});
    expect(service.asked).toHaveLength(7);
  });
});

describe('changes', () => {
  test('are not offered by a service that says so', async () => {
    service.does = says({ error: 'not-offered' }, 501);
    expect(await records.tellsChanges()).toBe(false);
    expect(await records.changesAfter(null)).toBeNull();
  });

  test('go on from the cursor as it was given', async () => {
    service.does = says({ recordedAt: RECORDED_AT, cursor: 'b&2', changes: [] });
    expect(await records.changesAfter('a=1')).toMatchObject({ cursor: 'b&2', changes: [] });
    expect(service.asked).toEqual(['/changes?after=a%3D1']);
  });
});
