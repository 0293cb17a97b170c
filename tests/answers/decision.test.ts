import { describe, expect, test } from 'vitest';
import { type CertifiedService, certificateOnRecord } from '../../src/answers/certificate.ts';
import { changeUse } from '../../src/answers/change-use.ts';
import { checklist } from '../../src/answers/checklist.ts';
import { clearance } from '../../src/answers/clearance.ts';
import { type Decision, decide, isHeld } from '../../src/answers/decision.ts';
import { inquiry } from '../../src/answers/inquiry.ts';
import { SERVICES, type Service } from '../../src/language/vocabulary.ts';
import type { PropertyFile } from '../../src/records/record-store.ts';
import {
  accessOf,
  CITY,
  certificate,
  charge,
  property,
  request,
  TODAY,
  violation,
} from './sample.ts';

/**
 * stage: where the open request has got to · hold: come in person · debt: its bill first · hidden: owed on an
 * account this citizen may not see · blocked: an open matter · record: the certificate itself · clear: nothing
 * in the way · visit: always begins with one · look: nothing fresh on record, so an inspector has to see it
 */
type Cell =
  | 'stage'
  | 'hold'
  | 'debt'
  | 'hidden'
  | 'blocked'
  | 'record'
  | 'clear'
  | 'visit'
  | 'look';

const hold = (level: 'stop' | 'warn') => ({ level, since: '2026-01-01', until: null });
const OPEN = [violation()];
const OWED = [charge()];
const FRESH = [certificate()];

/** What is on record, given the service that is asked for. */
const STATES = {
  'the same request open': (service) => ({ requests: [request({ service })] }),
  'a hold that stops': () => ({ holds: [hold('stop')] }),
  'a hold that warns only': () => ({ holds: [hold('warn')] }),
  'a debt that is seen': () => ({ charges: OWED }),
  'a debt that is not seen': () => ({ charges: [charge({ account: 'commission' })] }),
  'a violation open': () => ({ violations: OPEN }),
  'a violation in commission': () => ({ violations: [violation({ status: 'in-commission' })] }),
  'a violation settled': () => ({ violations: [violation({ status: 'settled' })] }),
  'a fresh completion certificate': () => ({ certificates: FRESH }),
  'a stale completion certificate': () => ({
    certificates: [certificate({ issuedOn: '2025-11-20' })],
  }),
  'nothing at all': () => ({}),
  'all of it, and the request open': (service) => ({
    requests: [request({ service })],
    holds: [hold('stop')],
    charges: OWED,
    violations: OPEN,
  }),
  'a hold before debt and violation': () => ({
    holds: [hold('stop')],
    charges: OWED,
    violations: OPEN,
  }),
  'a debt before a violation': () => ({ charges: OWED, violations: OPEN }),
  'a violation before a fresh certificate': () => ({ violations: OPEN, certificates: FRESH }),
  'another request open': (service) => ({
    requests: [request({ service: service === 'inquiry' ? 'transfer' : 'inquiry' })],
  }),
  'the same request closed': (service) => ({
    requests: [request({ service, status: 'cancelled' })],
  }),
} as const satisfies Record<string, (service: Service) => Partial<PropertyFile>>;

const TABLE: Record<keyof typeof STATES, string> = {
  //                                         permit completion no-viol. clearance transfer inquiry excav. subdiv. use
  'the same request open':
    '                 stage   stage   stage   stage   stage   stage   stage   stage   stage',
  'a hold that stops':
    '                     hold    hold    hold    hold    hold    hold    hold    hold    hold',
  'a hold that warns only':
    '                visit   visit   look    clear   look    look    visit   visit   visit',
  'a debt that is seen':
    '                   debt    debt    debt    debt    debt    debt    debt    debt    debt',
  'a debt that is not seen':
    '               hidden  hidden  hidden  hidden  hidden  hidden  hidden  hidden  hidden',
  'a violation open':
    '                      blocked blocked blocked blocked blocked blocked blocked blocked blocked',
  'a violation in commission':
    '             blocked blocked blocked blocked blocked blocked blocked blocked blocked',
  'a violation settled':
    '                   visit   visit   look    clear   look    look    visit   visit   visit',
  'a fresh completion certificate':
    '        visit   record  clear   clear   clear   clear   visit   visit   visit',
  'a stale completion certificate':
    '        visit   record  look    clear   look    look    visit   visit   visit',
  'nothing at all':
    '                        visit   visit   look    clear   look    look    visit   visit   visit',
  'all of it, and the request open':
    '       stage   stage   stage   stage   stage   stage   stage   stage   stage',
  'a hold before debt and violation':
    '      hold    hold    hold    hold    hold    hold    hold    hold    hold',
  'a debt before a violation':
    '             debt    debt    debt    debt    debt    debt    debt    debt    debt',
  'a violation before a fresh certificate':
    'blocked record  blocked blocked blocked blocked blocked blocked blocked',
  'another request open':
    '                  visit   visit   look    clear   look    look    visit   visit   visit',
  'the same request closed':
    '               visit   visit   look    clear   look    look    visit   visit   visit',
};

describe('the decision', () => {
  const cells = Object.entries(TABLE).flatMap(([state, row]) => {
    const expected = row.trim().split(/\s+/) as Cell[];
    if (expected.length !== SERVICES.length) throw new Error(`${state}: ${expected.length} cells`);
    return SERVICES.map(
      (service, at) => [service, state as keyof typeof STATES, expected[at] as Cell] as const,
    );
  });

  test.each(cells)('of %s with %s is %s', (service, state, expected) => {
    expect(told(service, property(STATES[state](service)))).toBe(expected);
  });

  test('of an owed amount leaves out what is hidden and says that there is more', () => {
    const file = property({ charges: [charge(), charge({ account: 'commission', dueRials: 9 })] });
    const decision = decide('transfer', file, accessOf('1', file), CITY, TODAY);
    expect(decision).toEqual({ kind: 'debt', totalRials: 1_000_000, hasHidden: true });
  });

  test('of an owed amount is the whole for the national id', () => {
    const file = property({ charges: [charge(), charge({ account: 'commission', dueRials: 9 })] });
    const decision = decide('transfer', file, accessOf('1', file, 3), CITY, TODAY);
    expect(decision).toEqual({ kind: 'debt', totalRials: 1_000_009, hasHidden: false });
  });

  test('of a request under way says that an open matter blocks it', () => {
    const file = property({ requests: [request({ service: 'transfer' })], violations: OPEN });
    const decision = decide('transfer', file, accessOf('1', file), CITY, TODAY);
    expect(decision).toMatchObject({ kind: 'under-way', isBlocked: true });
  });

  test('of a request under way says nothing of a matter that is settled', () => {
    const violations = [violation({ status: 'removed' })];
    const file = property({ requests: [request({ service: 'transfer' })], violations });
    const decision = decide('transfer', file, accessOf('1', file), CITY, TODAY);
    expect(decision).toMatchObject({ kind: 'under-way', isBlocked: false });
  });
});

describe('a fresh record', () => {
  test.each([
    ['completion', '2025-11-21', 'valid', null, 'clear'],
    ['completion', '2025-11-20', 'valid', null, 'needs-visit'],
    ['no-violation', '2026-06-01', 'valid', null, 'clear'],
    ['no-violation', '2026-06-01', 'revoked', null, 'needs-visit'],
    ['inquiry-answer', '2026-04-01', 'valid', '2026-11-21', 'clear'],
    ['inquiry-answer', '2026-04-01', 'valid', '2026-11-20', 'needs-visit'],
    ['building-permit', '2026-06-01', 'valid', null, 'needs-visit'],
    ['clearance', '2026-06-01', 'valid', null, 'needs-visit'],
  ] as const)('%s of %s, %s until %s: %s', (kind, issuedOn, status, validUntil, expected) => {
    const certificates = [certificate({ kind, issuedOn, status, validUntil })];
    const file = property({ certificates });
    expect(decide('transfer', file, accessOf('1', file), CITY, TODAY).kind).toBe(expected);
  });
});

describe('a hold', () => {
  test.each([
    ['begins on its first day', '2026-11-21', null, true],
    ['has not begun yet', '2026-11-22', null, false],
    ['counts on its last day', '2026-01-01', '2026-11-21', true],
    ['is over the day after', '2026-01-01', '2026-11-20', false],
  ] as const)('%s', (_rule, since, until, expected) => {
    expect(isHeld(property({ holds: [{ level: 'stop', since, until }] }), TODAY)).toBe(expected);
  });
});

/** What the owner is told when asking for a service, by that service's own answer. */
function told(service: Service, file: PropertyFile): Cell {
  const args = [file, accessOf('1', file), CITY, TODAY] as const;
  switch (service) {
    case 'transfer': {
      const answer = checklist(service, ...args);
      return answer.kind === 'checklist' ? cellOf(answer.decision) : unexpected(answer);
    }
    case 'inquiry': {
      const answer = inquiry(...args);
      return answer.kind === 'checklist' ? cellOf(answer.decision) : unexpected(answer);
    }
    case 'change-use': {
      const answer = changeUse(...args);
      return answer.kind === 'land-use' ? cellOf(answer.decision) : unexpected(answer);
    }
    case 'clearance': {
      const answer = clearance(...args);
      if (answer.kind === 'clear') return 'clear';
      if (answer.kind === 'owed') return cellOf({ ...answer, kind: 'debt' });
      return answer.kind === 'decided' ? cellOf(answer.decision) : unexpected(answer);
    }
    default:
      return certified(service, args);
  }
}

function certified(
  service: CertifiedService,
  args: readonly [PropertyFile, ReturnType<typeof accessOf>, typeof CITY, string],
): Cell {
  const answer = certificateOnRecord(service, ...args);
  if (answer.kind === 'on-record') return 'record';
  return answer.kind === 'not-on-record' ? cellOf(answer.decision) : unexpected(answer);
}

function cellOf(decision: Decision): Cell {
  switch (decision.kind) {
    case 'under-way':
      return 'stage';
    case 'debt':
      return decision.totalRials === null ? 'hidden' : 'debt';
    case 'needs-visit':
      return decision.always ? 'visit' : 'look';
    default:
      return decision.kind;
  }
}

function unexpected(answer: unknown): never {
  throw new Error(`not an answer to an owner: ${JSON.stringify(answer)}`);
}
