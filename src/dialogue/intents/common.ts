import type { Intent } from '../../language/vocabulary.ts';
import { say } from '../../wording/sentence.ts';
import { button, rows, wishButton } from '../buttons.ts';
import type { Button, Reply } from '../turn.ts';
import type { PropertyView } from './handler.ts';

/** The property is the citizen's, but not this part of its file: their role does not reach it. */
export function roleLimited({ exchange, file, access }: PropertyView): Reply[] {
  exchange.outcome = 'not-shown';
  return [
    {
      lines: [say('role-limited', { address: file.address })],
      buttons: rows([
        // A way that ends in this very sentence would be none.
        wishButton(access.facts.has('debts') ? 'debt' : 'request-status'),
        wishButton('offices'),
      ]),
    },
  ];
}

/** A way to the same question about another of the citizen's properties, when there is one. */
export function otherProperty({ others, wish }: PropertyView, intent: Intent): Button[] {
  if (!others) return [];
  const service = wish.intent === intent ? wish.service : undefined;
  return [
    button(say('button-other-property'), {
      kind: 'other-property',
      intent,
      ...(service && { service }),
    }),
  ];
}
