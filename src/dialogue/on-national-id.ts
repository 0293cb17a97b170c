import { matchNationalId } from '../identity/standing.ts';
import { parseLegalId, parseNationalId } from '../language/national-id.ts';
import { parseRenovationCode } from '../language/renovation-code.ts';
import { say } from '../wording/sentence.ts';
import { answerWaiting } from './answer-wishes.ts';
import { belongsTogether } from './belongs-together.ts';
import { menu, rows, wishButton } from './buttons.ts';
import type { Exchange } from './exchange.ts';
import { continueForm } from './forms/forms.ts';
import { askContact } from './proof.ts';
import { notShown } from './property.ts';
import type { Reply } from './turn.ts';

/** Ten or eleven digits in any script, perhaps with spaces or dashes: meant as a national id where one was asked. */
const MEANT_AS_ID = /^[\d۰-۹٠-٩][\d۰-۹٠-٩\s-]{6,14}$/u;

/**
 * A national id where one was asked. A right one names the party and goes on; a wrong one is answered like a
 * file that is not found. Null when the message is something else.
 */
export async function onNationalId(exchange: Exchange, text: string): Promise<Reply[] | null> {
  if (!MEANT_AS_ID.test(text) || parseRenovationCode(text)) return null;
  const { deps, citizenId, now, state } = exchange;
  const id = parseNationalId(text) ?? parseLegalId(text);
  if (!id) {
    exchange.outcome = 'needs-proof';
    return [{ lines: [say('national-id-format')] }];
  }
  if ((await deps.identity.nationalIdTriesLeft(citizenId, now)) <= 0) {
    exchange.outcome = 'cooling-down';
    delete state.expecting;
    return [{ lines: [say('national-id-tries')], buttons: rows([wishButton('offices')]) }];
  }
  const proofs = await exchange.proofs();
  const nationalIdHash = deps.keyedHash('national-id', id);
  // Asked whether or not the id stands on record, so that both cost the same.
  const belongs = await belongsTogether(exchange, id);
  if (belongs === null) return [askContact(exchange)];
  const isOnRecord = await matchNationalId(deps.records, proofs, nationalIdHash);
  if (!proofs.mobile || !isOnRecord || !belongs) {
    const objectHash = proofs.mobile?.hash ?? nationalIdHash;
    exchange.effects.push({ kind: 'count-miss', what: 'national-id', objectHash });
    return [notShown(exchange)];
  }
  const mobileHash = proofs.mobile.hash;
  exchange.effects.push({ kind: 'prove-party', mobileHash, nationalIdHash });
  exchange.assume({ ...proofs, party: nationalIdHash, strong: true });
  delete state.expecting;
  const inForm = await continueForm(exchange);
  if (inForm) return inForm;
  if (state.pending) return answerWaiting(exchange, state.pending);
  return [{ lines: [say('what-next')], buttons: menu() }];
}
