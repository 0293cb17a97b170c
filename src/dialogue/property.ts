import type { Access } from '../identity/authorisation.ts';
import { look } from '../identity/look.ts';
import { type HeldProperty, propertiesOf } from '../identity/properties.ts';
import type { RenovationCode } from '../language/vocabulary.ts';
import type { PropertyFile } from '../records/record-store.ts';
import { findPlaces } from '../understanding/places.ts';
import { say } from '../wording/sentence.ts';
import { button, rows, wishButton } from './buttons.ts';
import { coolingDown } from './cooling-down.ts';
import type { Exchange } from './exchange.ts';
import { otherMobileButton } from './forms/sms/start.ts';
import { askContact, askNationalId } from './proof.ts';
import type { Button, Reply } from './turn.ts';
import { turnedInCity } from './turned-code.ts';
import type { Wish } from './wish.ts';

export type Found =
  | { kind: 'file'; file: PropertyFile; access: Access; requestNo: string | null; others: boolean }
  /** The wish has to wait, or ends here: these are the words for it. */
  | { kind: 'replies'; replies: Reply[] };

/** The property talked about a while ago is not assumed to be meant any more. */
const FOCUS_MINUTES = 60;

/** Which property a wish is about, and its file with what this citizen may see of it. */
export async function findProperty(exchange: Exchange, wish: Wish): Promise<Found> {
  const { state } = exchange;
  const standing = await exchange.standing();
  if (standing.kind === 'needs-mobile') return waits(exchange, wish, askContact(exchange));
  if (standing.kind === 'needs-national-id') return waits(exchange, wish, askNationalId(exchange));
  if (wish.code || wish.requestNo) return byCode(exchange, wish);

  const known = propertiesOf(standing, exchange.today);
  if (known.kind === 'none') {
    state.last = wish;
    return replies([notShown(exchange)]);
  }
  if (known.kind === 'one') return open(exchange, wish, known.property.code, false);
  if (known.kind !== 'several') return waits(exchange, wish, askContact(exchange));

  const named = wish.place ? propertiesNamed(wish.place, known.properties) : [];
  const only = named.length === 1 ? named[0] : undefined;
  if (only) return open(exchange, wish, only.code, true);
  const focused = focusOf(exchange, known.properties, wish.sameProperty);
  if (focused && named.length === 0) return open(exchange, wish, focused, true);
  state.pending = wish;
  return replies([choose(exchange, wish, named.length > 0 ? named : known.properties)]);
}

async function byCode(exchange: Exchange, wish: Wish): Promise<Found> {
  exchange.state.last = wish;
  const waiting = await coolingDown(exchange);
  if (waiting) return replies([waiting]);
  const asked = wish.code ? { code: wish.code } : { requestNo: wish.requestNo ?? '' };
  const standing = await exchange.standing();
  const seen = await look(exchange.deps.records, standing, asked, exchange.today);
  const turned =
    seen.kind === 'not-shown' && wish.code && (await turnedInCity(exchange, wish.code));
  if (turned) return byCode(exchange, { ...wish, code: turned });
  if (seen.kind === 'not-shown') {
    const guessed = wish.code ?? wish.requestNo ?? '';
    const objectHash = exchange.deps.keyedHash('code', guessed);
    exchange.effects.push({ kind: 'count-miss', what: 'code', objectHash });
    return replies([notShown(exchange, guessed)]);
  }
  const others = propertiesOf(standing, exchange.today).kind === 'several';
  return shown(exchange, seen, wish.requestNo ?? null, others);
}

async function open(
  exchange: Exchange,
  wish: Wish,
  code: RenovationCode,
  others: boolean,
): Promise<Found> {
  exchange.state.last = { ...wish, code };
  const standing = await exchange.standing();
  const seen = await look(exchange.deps.records, standing, { code }, exchange.today);
  if (seen.kind === 'not-shown') return replies([notShown(exchange, code)]);
  return shown(exchange, seen, null, others);
}

function shown(
  exchange: Exchange,
  { file, access }: { file: PropertyFile; access: Access },
  requestNo: string | null,
  others: boolean,
): Found {
  exchange.state.focus = { code: file.code, at: exchange.now.toISOString() };
  delete exchange.state.pending;
  delete exchange.state.expecting;
  return { kind: 'file', file, access, requestNo, others };
}

/** One text for "there is no such file" and "it isn't yours", after the same work, with the same ways on. */
export function notShown(exchange: Exchange, asked?: string): Reply {
  exchange.outcome = 'not-shown';
  const objectHash = asked ? exchange.deps.keyedHash('code', asked) : null;
  exchange.effects.push({
    kind: 'audit',
    entry: { intent: 'lookup', outcome: 'not-shown', objectHash, facts: [] },
  });
  return {
    lines: [say('not-shown')],
    buttons: [
      [
        wishButton('book-inspection'),
        button(say('button-nearest-office'), { kind: 'wish', intent: 'offices' }),
      ],
      [button(say('button-other-code'), { kind: 'other-code' }), ...otherMobileButton(exchange)],
    ],
  };
}

function choose(exchange: Exchange, wish: Wish, properties: readonly HeldProperty[]): Reply {
  exchange.outcome = 'asked';
  const buttons = properties.map((property) => propertyButton(property, wish));
  return { lines: [say('which-property-many')], buttons: rows(buttons.slice(0, 6)) };
}

function propertyButton(property: HeldProperty, { intent, service }: Wish): Button {
  return button(say('button-address', { address: shortAddress(property.address) }), {
    kind: 'wish',
    intent,
    code: property.code,
    ...(service && { service }),
  });
}

/** About as much as half of a phone's width shows in two lines. */
const LONGEST_LABEL = 32;
const BETWEEN = '، ';

/** A long address as a label: its street, and of the rest the end, which tells one flat from the next. */
export function shortAddress(address: string): string {
  if (address.length <= LONGEST_LABEL) return address;
  const [street, ...rest] = address.split(BETWEEN);
  while (rest.length > 1) {
    rest.shift();
    const short = [street, '…', ...rest].join(BETWEEN);
    if (short.length <= LONGEST_LABEL) return short;
  }
  return `${address.slice(0, LONGEST_LABEL - 1)}…`;
}

function propertiesNamed(place: string, properties: readonly HeldProperty[]): HeldProperty[] {
  return findPlaces(place, properties, ({ address }) => address);
}

function focusOf(
  exchange: Exchange,
  properties: readonly HeldProperty[],
  howeverOld = false,
): RenovationCode | null {
  const { focus } = exchange.state;
  if (!focus) return null;
  const age = exchange.now.getTime() - new Date(focus.at).getTime();
  if (age > FOCUS_MINUTES * 60_000 && !howeverOld) return null;
  return properties.some(({ code }) => code === focus.code) ? focus.code : null;
}

function waits(exchange: Exchange, wish: Wish, reply: Reply): Found {
  exchange.outcome = 'needs-proof';
  exchange.state.pending = wish;
  return replies([reply]);
}

function replies(list: Reply[]): Found {
  return { kind: 'replies', replies: list };
}
