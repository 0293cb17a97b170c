import { describe, expect, test } from 'vitest';
import { accessTo } from '../../src/identity/authorisation.ts';
import type { Standing } from '../../src/identity/standing.ts';
import { file, party, request } from './sample-file.ts';

const TODAY = '2026-11-21';

function standing(id: string, level: 2 | 3 = 2, mobileHash = `mobile-${id}`): Standing {
  const nobodysHoldings = { nationalIdHash: `id-${id}`, holdings: [], applications: [] };
  return { kind: 'party', level, mobileHash, party: nobodysHoldings };
}

describe('roles on the file', () => {
  test('an owner on the file has level 2 and the facts of an owner', () => {
    const access = accessTo(file('A', { parties: [party('1')] }), standing('1'), TODAY);
    expect(access).toMatchObject({ level: 2, roles: ['owner'] });
    expect(access.facts).toContain('certificates');
    expect(access.facts).not.toContain('violations');
  });

  test('with the national id the same owner has level 3 and sees violations', () => {
    const access = accessTo(file('A', { parties: [party('1')] }), standing('1', 3), TODAY);
    expect(access.level).toBe(3);
    expect(access.facts).toContain('violations');
  });

  test('someone who is not on the file has no access at all, however much they have proven', () => {
    const access = accessTo(file('A', { parties: [party('1')] }), standing('2', 3), TODAY);
    expect(access).toMatchObject({ level: 0, roles: [] });
    expect(access.facts.size + access.accounts.size + access.applicantOf.size).toBe(0);
  });

  test('own national id with a mobile that is not on the file opens nothing', () => {
    const owned = file('A', { parties: [party('1')] });
    expect(accessTo(owned, standing('1', 3, 'another-mobile'), TODAY).level).toBe(0);
  });

  test('a party without a mobile on file cannot be proven', () => {
    const owned = file('A', { parties: [party('1', { mobileHash: null })] });
    expect(accessTo(owned, standing('1'), TODAY).level).toBe(0);
  });

  test.each([
    ['before its first day', '2026-11-22', null, 0],
    ['on its first day', '2026-11-21', null, 2],
    ['on its last day', '2026-01-01', '2026-11-21', 2],
    ['after its last day', '2026-01-01', '2026-11-20', 0],
    ['without bounds', null, null, 2],
  ] as const)('a mandate %s counts as level %s…%s → %s', (_when, validFrom, validTo, level) => {
    const mandate = party('1', { role: 'attorney', validFrom, validTo });
    expect(accessTo(file('A', { parties: [mandate] }), standing('1'), TODAY).level).toBe(level);
  });

  test('an owner whose ownership ended but who still rents keeps what a tenant sees', () => {
    const parties = [party('1', { validTo: '2026-11-20' }), party('1', { role: 'tenant' })];
    const access = accessTo(file('A', { parties }), standing('1'), TODAY);
    expect(access.roles).toEqual(['tenant']);
    expect([...access.accounts]).toEqual(['waste']);
  });
});

describe('applicants', () => {
  const withRequests = file('A', {
    parties: [party('1')],
    requests: [request('140501', '2'), request('140502', '3'), request('140503', '1')],
  });

  test('an applicant sees the own request and nothing of the property', () => {
    const access = accessTo(withRequests, standing('2', 3), TODAY);
    expect([...access.applicantOf]).toEqual(['140501']);
    expect(access.facts).toEqual(new Set(['own-requests', 'blocked']));
    expect(access.accounts.size).toBe(0);
  });

  test('an owner sees every request, and which of them are the own', () => {
    const access = accessTo(withRequests, standing('1'), TODAY);
    expect(access.facts).toContain('requests');
    expect([...access.applicantOf]).toEqual(['140503']);
  });
});

test.each(['needs-mobile', 'needs-national-id', 'nobody'] as const)(
  'standing %s opens nothing',
  (kind) => {
    expect(accessTo(file('A', { parties: [party('1')] }), { kind }, TODAY).level).toBe(0);
  },
);
