import { type Giver, type GrantDays, LINK_HOURS } from '../../../identity/grants.ts';
import type { HeldProperty } from '../../../identity/properties.ts';
import { hashToken } from '../../../identity/representatives.ts';
import { say } from '../../../wording/sentence.ts';
import { button, rows } from '../../buttons.ts';
import type { Exchange } from '../../exchange.ts';
import type { Reply } from '../../turn.ts';

/** Bits nobody guesses; 32 characters of Telegram's 64. */
const TOKEN_BYTES = 24;

/** The link is shown this once: what is kept of it does not lead back to it. */
export function giveLink(
  exchange: Exchange,
  grant: { id: string; property: HeldProperty; giver: Giver; days: GrantDays },
): Reply {
  const { deps, effects } = exchange;
  const { id, property, giver, days } = grant;
  const { code, address } = property;
  const token = Buffer.from(deps.randomBytes(TOKEN_BYTES)).toString('base64url');
  effects.push({
    kind: 'give-access',
    grant: { id, code, giver, days, tokenHash: hashToken(token) },
  });
  exchange.outcome = 'access-given';
  effects.push({
    kind: 'audit',
    entry: {
      intent: 'privacy',
      outcome: exchange.outcome,
      objectHash: deps.keyedHash('code', code),
      facts: [],
    },
  });
  const link = deps.representatives.startLink(token);
  return {
    lines: [
      say('access-link', { address, days, hours: LINK_HOURS }),
      say('access-link-address', { link }),
    ],
    buttons: rows([
      { label: say('button-copy-link'), copy: link },
      button(say('button-representatives'), { kind: 'representatives' }),
    ]),
  };
}
