import { endOfAccess } from '../../../identity/grant-effects.ts';
import { look } from '../../../identity/look.ts';
import type { AskedInvitation, Invitation } from '../../../identity/representatives.ts';
import { tehranDate } from '../../../language/jalali.ts';
import { say } from '../../../wording/sentence.ts';
import { menu, rows, wishButton } from '../../buttons.ts';
import { coolingDown } from '../../cooling-down.ts';
import type { Exchange } from '../../exchange.ts';
import { askContact, askNationalId } from '../../proof.ts';
import type { Reply } from '../../turn.ts';
import type { SmallFormHandler } from '../small-form.ts';
import type { LinkForm } from './access-form.ts';

/** What a link can carry; anything else is looked up no more than a guess is told apart. */
const TOKEN = /^[\w-]{1,64}$/;

/** Somebody came by a link. Guessed, used, taken back, late: one answer, and a miss. */
export async function openLink(exchange: Exchange, token: string): Promise<Reply[]> {
  const waiting = await coolingDown(exchange);
  if (waiting) return [waiting];
  const invited = TOKEN.test(token) ? await invitation(exchange, { token }) : null;
  if (!invited) {
    const objectHash = exchange.deps.keyedHash('code', token);
    exchange.effects.push({ kind: 'count-miss', what: 'code', objectHash });
    return [notValid(exchange)];
  }
  if (invited.isOwn) return [{ lines: [say('access-own-link')], buttons: menu() }];
  exchange.effects.push({ kind: 'open-link', grantId: invited.id });
  return goOn(exchange, invited);
}

export const linkHandler: SmallFormHandler<LinkForm> = {
  text: async () => null,
  async advance(exchange, { grantId }) {
    const invited = await invitation(exchange, { grantId });
    if (!invited) return [notValid(exchange)];
    return goOn(exchange, invited);
  },
};

function invitation(exchange: Exchange, asked: AskedInvitation): Promise<Invitation | null> {
  const { deps, citizenId, now } = exchange;
  return deps.representatives.invitation(asked, citizenId, now);
}

/** Who looks must be known by a number of their own; then the time that was chosen begins. */
async function goOn(exchange: Exchange, { id, code, giver, days }: Invitation): Promise<Reply[]> {
  const { deps, state, effects, now, today } = exchange;
  const proofs = await exchange.proofs();
  const form: LinkForm = { kind: 'open-link', grantId: id };
  state.smallForm = form;
  delete state.pending;
  if (!proofs.mobile || !proofs.current) return [askContact(exchange, 'link')];
  const until = endOfAccess(days, now);
  exchange.assume({ ...proofs, grants: [...proofs.grants, { id, code, giver, until }] });
  const standing = await exchange.standing();
  if (standing.kind === 'needs-national-id') {
    exchange.assume(proofs);
    return [askNationalId(exchange)];
  }
  delete state.smallForm;
  const seen = await look(deps.records, standing, { code }, today);
  // The giver has lost the property since.
  if (seen.kind === 'not-shown') return [notValid(exchange)];
  effects.push({ kind: 'accept-access', grantId: id, until });
  exchange.outcome = 'access-opened';
  state.focus = { code, at: now.toISOString() };
  const { address } = seen.file;
  return [
    {
      lines: [say('access-opened', { address, until: tehranDate(until) })],
      buttons: rows([
        wishButton('debt', { code }),
        wishButton('request-status', { code }),
        wishButton('clearance', { code }),
      ]),
    },
  ];
}

function notValid(exchange: Exchange): Reply {
  delete exchange.state.smallForm;
  exchange.outcome = 'not-shown';
  return { lines: [say('access-link-not-valid')], buttons: menu() };
}
