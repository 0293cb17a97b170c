import { GRANT_DAYS, type GrantDays } from '../../../identity/grants.ts';
import { parseRenovationCode } from '../../../language/renovation-code.ts';
import type { RenovationCode } from '../../../language/vocabulary.ts';

/** What the buttons of giving access do; `formId` keeps one of an earlier draft from acting on the present one. */
export type AccessPress =
  | { kind: 'access-property'; formId: string; code: RenovationCode }
  | { kind: 'access-days'; formId: string; days: GrantDays };

export type AccessAction =
  | AccessPress
  | { kind: 'give-access'; code?: RenovationCode }
  /** Who may look for the citizen. */
  | { kind: 'representatives' }
  | { kind: 'take-back'; grantId: string };

export function encodeAccessAction(action: AccessAction): string {
  switch (action.kind) {
    case 'access-property':
      return `gp:${action.formId}:${action.code}`;
    case 'access-days':
      return `gd:${action.formId}:${action.days}`;
    case 'give-access':
      return action.code ? `ga:${action.code}` : 'ga';
    case 'take-back':
      return `gt:${action.grantId}`;
    case 'representatives':
      return action.kind;
    default:
      return action satisfies never;
  }
}

const ID = /^[0-9a-f]{16}$/;

/** Null for anything that is not a button about access. */
export function decodeAccessAction(
  name: string,
  first: string,
  second: string,
): AccessAction | null {
  switch (name) {
    case 'gp': {
      const code = parseRenovationCode(second);
      return ID.test(first) && code ? { kind: 'access-property', formId: first, code } : null;
    }
    case 'gd': {
      const days = GRANT_DAYS.find((one) => String(one) === second);
      return ID.test(first) && days ? { kind: 'access-days', formId: first, days } : null;
    }
    case 'ga': {
      const code = first ? parseRenovationCode(first) : undefined;
      return code === null ? null : { kind: 'give-access', ...(code && { code }) };
    }
    case 'gt':
      return ID.test(first) ? { kind: 'take-back', grantId: first } : null;
    case 'representatives':
      return { kind: name };
    default:
      return null;
  }
}
