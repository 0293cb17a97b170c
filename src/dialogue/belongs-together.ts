import { parseNationalId } from '../language/national-id.ts';
import type { Exchange } from './exchange.ts';

/** The mobile was just proven: where Shahkar is asked, it will be wanted with the national id. */
export function keepForShahkar({ deps, citizenId, state }: Exchange, mobile: string): void {
  if (deps.shahkar) state.sealedMobile = deps.shahkar.seal(mobile, citizenId);
}

/**
 * Whether the proven mobile is registered to that person; true where nobody can be asked, and for firms, which
 * Shahkar does not know. Null: the mobile itself is not at hand and has to be sent again.
 */
export async function belongsTogether(exchange: Exchange, id: string): Promise<boolean | null> {
  const { deps, citizenId, state } = exchange;
  const nationalId = parseNationalId(id);
  if (!deps.shahkar || !nationalId) return true;
  const mobile = state.sealedMobile ? deps.shahkar.open(state.sealedMobile, citizenId) : null;
  if (!mobile) return null;
  return (await deps.shahkar.ask({ nationalId, mobile })) === 'match';
}
