import { type HeldProperty, propertiesOf } from '../../identity/properties.ts';
import { holdsTitle } from '../../identity/roles.ts';
import { findPlaces } from '../../understanding/places.ts';
import { say } from '../../wording/sentence.ts';
import { button, rows, wishButton } from '../buttons.ts';
import type { Exchange } from '../exchange.ts';
import { askContact, askNationalId } from '../proof.ts';
import type { Reply } from '../turn.ts';
import type { Wish } from '../wish.ts';
import type { GeneralHandler } from './handler.ts';

/** More would be a wall of numbers; a street named picks among the rest. */
const MOST_CODES = 6;

/**
 * Who has proven a mobile on file is told their own codes at once. Everybody else sees where the code stands
 * on a bill, and how to be told: a code is never looked up by an address or a plate.
 */
export const findCodeIntent: GeneralHandler = {
  needs: 'nothing',
  async answer(exchange, wish) {
    const known = propertiesOf(await exchange.standing(), exchange.today);
    // The picture was seen before the proof that the wish has waited for.
    const picture = exchange.state.pending?.intent === 'find-code' ? [] : [whereOnBill(exchange)];
    switch (known.kind) {
      case 'needs-mobile':
        exchange.state.pending = wish;
        return [...picture, askContact(exchange, 'code')];
      case 'needs-national-id':
        exchange.state.pending = wish;
        return [...picture, askNationalId(exchange)];
      case 'none':
        return [...picture, noCode(exchange)];
      case 'one':
        return ownCodes(exchange, [known.property], wish);
      case 'several':
        return ownCodes(exchange, known.properties, wish);
      default:
        return known satisfies never;
    }
  },
};

/** A picture of a bill with the code marked, and the ways on for who has no bill. */
export function whereOnBill({ deps }: Exchange): Reply {
  return {
    ...(deps.city.billSample && { photo: { asset: 'bill-sample' } }),
    lines: [
      say('find-code-where'),
      say('sample-code', { code: '3-11-245-7-0-0-0' }),
      say('find-code-no-bill'),
    ],
    buttons: rows([wishButton('offices'), wishButton('debt')]),
  };
}

/** The same words whether the mobile is on no file or only on another's. */
function noCode(exchange: Exchange): Reply {
  delete exchange.state.pending;
  exchange.outcome = 'not-shown';
  return {
    lines: [say('find-code-none')],
    buttons: rows([wishButton('offices'), wishButton('book-inspection')]),
  };
}

function ownCodes(exchange: Exchange, all: readonly HeldProperty[], { place }: Wish): Reply[] {
  // Who has only applied for something on another's property has no property here.
  const held = all.filter(({ roles }) => roles.length > 0);
  if (held.length === 0) return [noCode(exchange)];
  delete exchange.state.pending;
  const named = place ? findPlaces(place, held, ({ address }) => address) : [];
  const properties = named.length > 0 ? named : held;
  const shown = properties.slice(0, MOST_CODES);
  const hidden = properties.length - shown.length;
  for (const { code } of shown) {
    const objectHash = exchange.deps.keyedHash('code', code);
    const entry = { intent: 'find-code', outcome: exchange.outcome, objectHash, facts: ['code'] };
    exchange.effects.push({ kind: 'audit', entry });
  }
  return [
    {
      lines: [
        say('find-code-own'),
        ...shown.flatMap(({ address, code }) => [
          say('find-code-property', { address }),
          say('sample-code', { code }),
        ]),
        ...(hidden > 0 ? [say('find-code-more', { count: hidden })] : []),
        say('find-code-not-needed'),
      ],
      buttons: rows([
        wishButton('debt'),
        wishButton('request-status'),
        button(say('button-bill-sample'), { kind: 'bill-sample' }),
        ...(shown.some(({ roles }) => holdsTitle(roles))
          ? [button(say('button-give-access'), { kind: 'give-access' })]
          : []),
      ]),
    },
  ];
}
