import { propertiesOf } from '../../../identity/properties.ts';
import type { Given } from '../../../identity/representatives.ts';
import { tehranDate, tehranTime } from '../../../language/jalali.ts';
import { type Sentence, say } from '../../../wording/sentence.ts';
import { button, rows, wishButton } from '../../buttons.ts';
import type { Exchange } from '../../exchange.ts';
import { askContact, askNationalId } from '../../proof.ts';
import type { Reply } from '../../turn.ts';
import { giverOf } from './give.ts';

/** Who may look for the citizen, until when, and how often they did; each can be taken back at once. */
export async function listRepresentatives(
  exchange: Exchange,
  first: Sentence[] = [],
): Promise<Reply[]> {
  const { deps, now, state } = exchange;
  const standing = await exchange.standing();
  if (standing.kind === 'needs-mobile' || standing.kind === 'needs-national-id') {
    state.pending = { intent: 'privacy', representatives: true };
    return [standing.kind === 'needs-mobile' ? askContact(exchange) : askNationalId(exchange)];
  }
  delete state.pending;
  const giver = giverOf(standing);
  const given = giver ? await deps.representatives.givenBy(giver, now) : [];
  const give = button(say('button-give-access'), { kind: 'give-access' });
  if (given.length === 0) {
    return [{ lines: [...first, say('access-nobody')], buttons: rows([give]) }];
  }
  const known = propertiesOf(standing, exchange.today);
  const own = known.kind === 'several' ? known.properties : [];
  const addressOf = (code: string) => own.find((property) => property.code === code)?.address;
  const takeBack = given.map(({ id }, i) =>
    button(say('button-take-back', { number: i + 1 }), { kind: 'take-back', grantId: id }),
  );
  return [
    {
      lines: [
        ...first,
        say('access-list'),
        ...given.flatMap((one, i) => linesOf(one, i + 1, addressOf(one.code))),
      ],
      buttons: rows([...takeBack, give]),
    },
  ];
}

export async function takeBack(exchange: Exchange, grantId: string): Promise<Reply[]> {
  const { deps, now, effects } = exchange;
  const giver = giverOf(await exchange.standing());
  const given = giver ? await deps.representatives.givenBy(giver, now) : [];
  const one = given.find(({ id }) => id === grantId);
  // Not theirs, or taken back before: what stands now says it.
  if (!giver || !one) return listRepresentatives(exchange);
  effects.push({ kind: 'take-back-access', grantId, giver });
  exchange.outcome = 'access-taken-back';
  effects.push({
    kind: 'audit',
    entry: {
      intent: 'privacy',
      outcome: exchange.outcome,
      objectHash: deps.keyedHash('code', one.code),
      facts: [],
    },
  });
  return [
    {
      lines: [say('access-taken-back')],
      buttons: rows([
        button(say('button-representatives'), { kind: 'representatives' }),
        wishButton('privacy'),
      ]),
    },
  ];
}

function linesOf(
  { representative, opensUntil }: Given,
  number: number,
  address: string | undefined,
): Sentence[] {
  const where = address ? [say('access-of-property', { address })] : [];
  if (!representative) {
    const line = say('access-waiting', {
      number,
      day: tehranDate(opensUntil),
      time: tehranTime(opensUntil),
    });
    return [line, ...where];
  }
  const { mobileMasked, since, until, looks, lastLook } = representative;
  return [
    say('access-active', {
      number,
      mobile: mobileMasked,
      since: tehranDate(since),
      until: tehranDate(until),
    }),
    ...where,
    lastLook
      ? say('access-looks', { looks, day: tehranDate(lastLook), time: tehranTime(lastLook) })
      : say('access-no-looks'),
  ];
}
