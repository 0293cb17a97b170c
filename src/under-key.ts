import type { Transaction } from 'kysely';
import type { EffectParts } from './bot/commit-statement.ts';
import type { PerformEffect } from './bot/commit-turn.ts';
import type { TakeTurn } from './dialogue/turn.ts';
import { AUDIT_HOLDS, AUDIT_PARTS } from './identity/audit-writes.ts';
import type { Keyring } from './keyring.ts';
import type { Tables } from './tables.ts';

/**
 * While a rotation lasts, an import may bring the new key into force at any moment, between the reading of a
 * turn and its commit too. Such a turn meets a conflict and is taken again, under the key that is then in force.
 */
export function underKey(
  keyring: Keyring,
  parts: { takeTurn: TakeTurn; performEffect: PerformEffect<Tables> },
): { takeTurn: TakeTurn; performEffect: PerformEffect<Tables>; effectParts: EffectParts } {
  return {
    effectParts: {
      parts: AUDIT_PARTS,
      hold: AUDIT_HOLDS,
      valuesOf(effects) {
        const entries = effects.flatMap((each) => (each.kind === 'audit' ? [each.entry] : []));
        const isAll = entries.length === effects.length;
        return isAll && !keyring.isRotating() ? entries : null;
      },
    },

    async takeTurn(state, incoming) {
      if (keyring.isRotating()) await keyring.refresh();
      return parts.takeTurn(state, incoming);
    },
    async performEffect(tx: Transaction<Tables>, effect, who) {
      if (keyring.isRotating() && !(await keyring.stillHolds(tx as never))) return 'conflict';
      return parts.performEffect(tx, effect, who);
    },
  };
}
