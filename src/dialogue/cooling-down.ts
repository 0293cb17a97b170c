import { say } from '../wording/sentence.ts';
import { rows, wishButton } from './buttons.ts';
import type { Exchange } from './exchange.ts';
import type { Reply } from './turn.ts';

/** After too many codes that led nowhere nothing is looked up for a while; null when it may be. */
export async function coolingDown(exchange: Exchange): Promise<Reply | null> {
  const { deps, citizenId, now } = exchange;
  const until = await deps.identity.coolingDown(citizenId, now);
  if (!until) return null;
  exchange.outcome = 'cooling-down';
  const minutes = Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 60_000));
  return { lines: [say('cooling-down', { minutes })], buttons: rows([wishButton('offices')]) };
}
