import type { Kysely } from 'kysely';
import type { Effect } from './dialogue/turn.ts';
import { acceptAccess, giveAccess, openLink, takeBackAccess } from './identity/grant-effects.ts';
import type { IdentityTables } from './identity/tables.ts';
import { askForCode, countTry, useCode } from './sms/effects.ts';
import type { SmsTables } from './sms/tables.ts';
import type { Tables } from './tables.ts';

export type ProofEffect = Extract<
  Effect,
  {
    kind:
      | 'ask-for-code'
      | 'count-code-try'
      | 'use-code'
      | 'give-access'
      | 'open-link'
      | 'accept-access'
      | 'take-back-access';
  }
>;

/** Codes by SMS and access by links. */
export async function performProofEffect(
  tx: Kysely<Tables>,
  effect: ProofEffect,
  { citizenId, now }: { citizenId: string; now: Date },
): Promise<'done' | 'conflict'> {
  const identity = tx as unknown as Kysely<IdentityTables>;
  const sms = tx as unknown as Kysely<SmsTables>;
  const outcome = async (work: Promise<string>) => ((await work) === 'done' ? 'done' : 'conflict');
  switch (effect.kind) {
    case 'ask-for-code': {
      const { mobileHash, code, locale } = effect;
      return outcome(askForCode(sms, { citizenId, mobileHash, code, locale, now }));
    }
    case 'count-code-try':
      return outcome(countTry(sms, effect.codeId));
    case 'use-code':
      return outcome(useCode(sms, { codeId: effect.codeId, citizenId, now }));
    case 'give-access':
      await giveAccess(identity, { grant: effect.grant, citizenId, now });
      return 'done';
    case 'open-link':
      return outcome(openLink(identity, { id: effect.grantId, citizenId, now }));
    case 'accept-access': {
      const { grantId: id, until } = effect;
      return outcome(acceptAccess(identity, { id, citizenId, until, now }));
    }
    case 'take-back-access':
      await takeBackAccess(identity, { id: effect.grantId, giver: effect.giver, now });
      return 'done';
    default:
      return effect satisfies never;
  }
}
