import { describe, expect, test } from 'vitest';
import { requestStatus } from '../../src/answers/request-status.ts';
import type { PropertyFile, Request, RequestStep } from '../../src/records/record-store.ts';
import { accessOf, CITY, certificate, property, request, TODAY, violation } from './sample.ts';

const step = (given: Partial<RequestStep> = {}): RequestStep => ({
  seq: 1,
  stage: 'بازدید و کروکی',
  unit: null,
  enteredAt: '2026-11-14',
  leftAt: null,
  outcome: null,
  publicNote: null,
  ...given,
});
const NOTHING_TOLD = { service: null, requestNo: null };
const status = (
  given: Partial<PropertyFile>,
  asked: Parameters<typeof requestStatus>[2] = NOTHING_TOLD,
  person: '1' | '2' | '3' = '1',
) => {
  const file = property(given);
  return requestStatus(file, accessOf(person, file), asked, CITY, TODAY);
};
const stageOf = (given: Partial<Request>) => {
  const answer = status({ requests: [request(given)] });
  return answer.kind === 'under-way' ? answer.stage : undefined;
};

describe('which request', () => {
  const permit = request({ requestNo: '1', service: 'building-permit', openedAt: '2026-09-01' });
  const inquiry = request({ requestNo: '2', service: 'inquiry', openedAt: '2026-10-01' });
  const closed = request({ requestNo: '3', status: 'completed', openedAt: '2026-11-01' });

  test('the only open one, although a closed one is newer', () => {
    const answer = status({ requests: [closed, inquiry] });
    expect(answer).toMatchObject({ kind: 'under-way', request: { requestNo: '2' } });
  });

  test('of several open ones the citizen chooses, the newest first', () => {
    const answer = status({ requests: [permit, inquiry] });
    expect(answer).toMatchObject({ kind: 'several', requests: [{ requestNo: '2' }, {}] });
  });

  test('the one of the service that was named', () => {
    const answer = status(
      { requests: [permit, inquiry] },
      { service: 'building-permit', requestNo: null },
    );
    expect(answer).toMatchObject({ kind: 'under-way', request: { requestNo: '1' } });
  });

  test('the one whose number was told, closed or not', () => {
    const answer = status({ requests: [permit, closed] }, { service: null, requestNo: '3' });
    expect(answer).toMatchObject({ kind: 'closed', request: { requestNo: '3' } });
  });

  test('none of a service that was never asked for', () => {
    const answer = status({ requests: [permit] }, { service: 'excavation', requestNo: null });
    expect(answer).toEqual({ kind: 'no-request', service: 'excavation' });
  });

  test('an applicant hears of the own request only', () => {
    const own = request({ requestNo: '9', service: 'transfer' }, '3');
    const answer = status({ requests: [inquiry, own] }, NOTHING_TOLD, '3');
    expect(answer).toMatchObject({ kind: 'under-way', request: { requestNo: '9' } });
  });

  test('a tenant hears of none', () => {
    expect(status({ requests: [permit] }, NOTHING_TOLD, '2').kind).toBe('not-permitted');
  });
});

describe('the stage', () => {
  test('is the step not left yet, with the working days since it was entered', () => {
    const steps = [step({ enteredAt: '2026-11-01', leftAt: '2026-11-14' }), step({ seq: 2 })];
    expect(stageOf({ steps })).toMatchObject({ title: 'بازدید و کروکی', elapsed: 5, expected: 3 });
  });

  test('is the latest step where all are left', () => {
    const steps = [
      step({ leftAt: '2026-11-14' }),
      step({ seq: 2, stage: 'صدور', leftAt: '2026-11-18' }),
    ];
    expect(stageOf({ steps })?.title).toBe('صدور');
  });

  test('is the one on the request itself where no step is recorded', () => {
    expect(stageOf({ stage: 'صدور' })).toMatchObject({ title: 'صدور', unit: 'دبیرخانه' });
  });

  test('is not made up where nothing is recorded', () => {
    expect(stageOf({})).toBeNull();
  });

  test('promises no time where the profile does not know it', () => {
    expect(stageOf({ stage: 'مرحله‌ای ناشناخته' })).toMatchObject({
      expected: null,
      clockStopped: false,
    });
  });

  test('stops the clock while another body works', () => {
    expect(stageOf({ stage: 'کمیسیون ماده صد' })?.clockStopped).toBe(true);
  });

  test('names what the officer waits for, when something is missing', () => {
    const steps = [step({ outcome: 'defect', publicNote: 'نقشه سازه' })];
    expect(stageOf({ steps })?.missing).toBe('نقشه سازه');
  });

  test('does not call a note of a step that went well something missing', () => {
    const steps = [step({ outcome: 'forwarded', publicNote: 'ارسال شد' })];
    expect(stageOf({ steps })?.missing).toBeNull();
  });
});

describe('an open matter', () => {
  const given = { violations: [violation()], requests: [request({}, '3')] };

  test('is said with a request under way to its owner and to its applicant', () => {
    expect(status(given)).toMatchObject({ isBlocked: true });
    expect(status(given, NOTHING_TOLD, '3')).toMatchObject({ isBlocked: true });
  });

  test('is not said where it is settled', () => {
    const settled = { ...given, violations: [violation({ status: 'settled' })] };
    expect(status(settled)).toMatchObject({ isBlocked: false });
  });
});

describe('a closed request', () => {
  const given = {
    requests: [request({ status: 'completed', closedAt: '2026-11-02' }, '3')],
    certificates: [certificate({ requestNo: '1405000001' })],
  };

  test('is told to the owner with the certificate it led to', () => {
    expect(status(given)).toMatchObject({ kind: 'closed', certificate: { number: '3-1405-1' } });
  });

  test('is told to an applicant without title, but not the certificate', () => {
    const answer = status(given, NOTHING_TOLD, '3');
    expect(answer).toMatchObject({ kind: 'closed', certificate: null });
  });
});
