import { propertiesOf } from '../../identity/properties.ts';
import type { RenovationCode } from '../../language/vocabulary.ts';
import { findPlaces } from '../../understanding/places.ts';
import { say } from '../../wording/sentence.ts';
import { rows, wishButton } from '../buttons.ts';
import type { Exchange } from '../exchange.ts';
import type { Reply } from '../turn.ts';
import type { Wish } from '../wish.ts';

/** «دیگه خبر نده»: of the property that was named, else of all. Nobody has to prove anything for that. */
export async function stopNews(exchange: Exchange, wish: Wish): Promise<Reply[]> {
  const code = await codeNamed(exchange, wish);
  exchange.outcome = 'unsubscribed';
  exchange.effects.push({ kind: 'unsubscribe', code });
  return [
    {
      lines: [say(code ? 'news-off-one' : 'news-off')],
      buttons: rows([wishButton('notify', code ? { code } : {})]),
    },
  ];
}

async function codeNamed(exchange: Exchange, wish: Wish): Promise<RenovationCode | null> {
  if (wish.code) return wish.code;
  if (wish.sameProperty) return exchange.state.focus?.code ?? null;
  if (!wish.place) return null;
  const known = propertiesOf(await exchange.standing(), exchange.today);
  if (known.kind !== 'several') return null;
  const [named, ...others] = findPlaces(wish.place, known.properties, ({ address }) => address);
  return named && others.length === 0 ? named.code : null;
}
