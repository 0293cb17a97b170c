import { type Giver, GRANT_DAYS, MOST_GRANTS } from '../../../identity/grants.ts';
import { type HeldProperty, propertiesOf } from '../../../identity/properties.ts';
import { holdsTitle } from '../../../identity/roles.ts';
import type { Standing } from '../../../identity/standing.ts';
import type { RenovationCode } from '../../../language/vocabulary.ts';
import { findPlaces } from '../../../understanding/places.ts';
import { spanNamed } from '../../../understanding/span-of-time.ts';
import { type Sentence, say } from '../../../wording/sentence.ts';
import { oldButton } from '../../booking/press.ts';
import { button, rows, wishButton } from '../../buttons.ts';
import { cancelFormRow } from '../../cancel-button.ts';
import type { Exchange } from '../../exchange.ts';
import { askContact, askNationalId } from '../../proof.ts';
import { shortAddress } from '../../property.ts';
import type { Reply } from '../../turn.ts';
import { isOtherWish } from '../other-wish.ts';
import type { SmallFormHandler } from '../small-form.ts';
import type { AccessForm } from './access-form.ts';
import type { AccessPress } from './actions.ts';
import { giveLink } from './give-link.ts';

/** An owner, heir or attorney lets somebody else look at one property for a while. */
export function beginAccess(exchange: Exchange, code: RenovationCode | null): Promise<Reply[]> {
  const { state, deps } = exchange;
  const draftId = Buffer.from(deps.randomBytes(8)).toString('hex');
  const form: AccessForm = { kind: 'give-access', draftId, code };
  state.smallForm = form;
  delete state.pending;
  delete state.expecting;
  return advance(exchange, form);
}

export const accessHandler: SmallFormHandler<AccessForm> = {
  async text(exchange, form, understood) {
    const named = spanNamed(understood.text);
    const days = GRANT_DAYS.find((one) => one === named);
    if (days && form.code) return finish(exchange, form, days);
    if (!form.code && (await nameProperty(exchange, form, understood.text))) {
      return advance(exchange, form);
    }
    if (isOtherWish(understood, form) || understood.decision !== 'none') return null;
    return advance(exchange, form, [say('form-not-read')]);
  },
  advance,
};

/** More properties than buttons: the street alone picks one. */
async function nameProperty(exchange: Exchange, form: AccessForm, text: string): Promise<boolean> {
  const held = titled(await exchange.standing(), exchange);
  const [named, ...others] = findPlaces(text, held, ({ address }) => address);
  if (!named || others.length > 0) return false;
  form.code = named.code;
  return true;
}

/** A press on one of the form's buttons. One of an earlier draft never changes the present one. */
export async function pressAccess(exchange: Exchange, action: AccessPress): Promise<Reply[]> {
  const { smallForm } = exchange.state;
  if (smallForm?.kind !== 'give-access' || smallForm.draftId !== action.formId) {
    return oldButton(exchange);
  }
  delete smallForm.parked;
  if (action.kind === 'access-days') return finish(exchange, smallForm, action.days);
  smallForm.code = action.code;
  return advance(exchange, smallForm);
}

async function advance(
  exchange: Exchange,
  form: AccessForm,
  first: Sentence[] = [],
): Promise<Reply[]> {
  exchange.outcome = 'form';
  const standing = await exchange.standing();
  if (standing.kind === 'needs-mobile') return [askContact(exchange)];
  if (standing.kind === 'needs-national-id') return [askNationalId(exchange)];
  const held = titled(standing, exchange);
  const [only, ...others] = held;
  if (!only) return [nothingToGive(exchange)];
  const property = others.length === 0 ? only : held.find(({ code }) => code === form.code);
  form.code = property?.code ?? null;
  return [property ? askDays(form, property, first) : askProperty(form, held, first)];
}

async function finish(
  exchange: Exchange,
  form: AccessForm,
  days: (typeof GRANT_DAYS)[number],
): Promise<Reply[]> {
  const standing = await exchange.standing();
  const giver = giverOf(standing);
  const property = titled(standing, exchange).find(({ code }) => code === form.code);
  if (!giver || !property) return advance(exchange, form);
  const given = await exchange.deps.representatives.givenBy(giver, exchange.now);
  delete exchange.state.smallForm;
  if (given.length >= MOST_GRANTS) {
    exchange.outcome = 'limit-reached';
    return [
      {
        lines: [say('access-limit', { count: MOST_GRANTS })],
        buttons: rows([button(say('button-representatives'), { kind: 'representatives' })]),
      },
    ];
  }
  return [giveLink(exchange, { id: form.draftId, property, giver, days })];
}

/** Who the citizen speaks for. */
export function giverOf(standing: Standing): Giver | null {
  if (standing.kind !== 'party') return null;
  return { nationalIdHash: standing.party.nationalIdHash, mobileHash: standing.mobileHash };
}

function titled(standing: Standing, { today }: Exchange): HeldProperty[] {
  const known = propertiesOf(standing, today);
  if (known.kind === 'one') return holdsTitle(known.property.roles) ? [known.property] : [];
  if (known.kind !== 'several') return [];
  return known.properties.filter(({ roles }) => holdsTitle(roles));
}

/** The same for whoever is on no file and for a tenant. */
function nothingToGive(exchange: Exchange): Reply {
  delete exchange.state.smallForm;
  exchange.outcome = 'not-shown';
  return { lines: [say('access-none')], buttons: rows([wishButton('offices')]) };
}

function askProperty(
  form: AccessForm,
  properties: readonly HeldProperty[],
  first: Sentence[],
): Reply {
  const choices = properties.slice(0, 4).map(({ code, address }) =>
    button(say('button-address', { address: shortAddress(address) }), {
      kind: 'access-property',
      formId: form.draftId,
      code,
    }),
  );
  return {
    lines: [...first, say('access-which')],
    buttons: [...rows(choices), cancelFormRow('give-access', form.draftId)],
  };
}

function askDays(form: AccessForm, { address }: HeldProperty, first: Sentence[]): Reply {
  const labels = {
    1: say('button-a-day'),
    7: say('button-a-week'),
    30: say('button-a-month'),
    90: say('button-three-months'),
  } as const;
  const spans = GRANT_DAYS.map((days) =>
    button(labels[days], { kind: 'access-days', formId: form.draftId, days }),
  );
  return {
    lines: [...first, say('access-how-long', { address }), say('access-what')],
    buttons: [...rows(spans), cancelFormRow('give-access', form.draftId)],
  };
}
