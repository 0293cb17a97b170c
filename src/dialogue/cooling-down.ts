import { propertiesOf } from '../identity/properties.ts';
import type { KeyedHash, RenovationCode } from '../language/vocabulary.ts';
import { say } from '../wording/sentence.ts';
import { rows, wishButton } from './buttons.ts';
import type { Exchange } from './exchange.ts';
import type { Reply } from './turn.ts';

/** After too many codes that led nowhere nothing is looked up for a while; null when it may be. */
export async function coolingDown(exchange: Exchange): Promise<Reply | null> {
  const { deps, citizenId, now } = exchange;
  const until = await deps.identity.coolingDown(citizenId, now);
  return until && wait(exchange, until);
}

/**
 * What many accounts were wrong about of late is told to strangers no more for a while, whether there is such
 * a record or not; null when it may be told. Whose property it is hears of it all the same.
 *
 * @param code the property the answer is about; null where there is none
 */
export async function restingRecord(
  exchange: Exchange,
  objectHash: KeyedHash,
  code: RenovationCode | null,
): Promise<Reply | null> {
  const { deps, citizenId, now } = exchange;
  const until = await deps.identity.restingUntil({ objectHash, citizenId }, now);
  if (!until) return null;
  const own = propertiesOf(await exchange.standing(), exchange.today);
  const properties =
    own.kind === 'several' ? own.properties : own.kind === 'one' ? [own.property] : [];
  return properties.some((property) => property.code === code) ? null : wait(exchange, until);
}

function wait(exchange: Exchange, until: Date): Reply {
  exchange.outcome = 'cooling-down';
  const minutes = Math.max(1, Math.ceil((until.getTime() - exchange.now.getTime()) / 60_000));
  return { lines: [say('cooling-down', { minutes })], buttons: rows([wishButton('offices')]) };
}
