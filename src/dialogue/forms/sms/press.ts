import { oldButton } from '../../booking/press.ts';
import type { Exchange } from '../../exchange.ts';
import { askContact } from '../../proof.ts';
import type { Reply } from '../../turn.ts';
import type { SmsAction } from './actions.ts';
import { askAgain } from './ask-for-code.ts';
import { beginSmsProof, endSmsProof } from './start.ts';

export async function pressSms(exchange: Exchange, action: SmsAction): Promise<Reply[]> {
  const { deps, state } = exchange;
  switch (action.kind) {
    case 'other-mobile':
      return deps.smsCodes ? beginSmsProof(exchange) : oldButton(exchange);
    case 'sms-again': {
      const form = state.smallForm;
      if (form?.kind !== 'sms-code') return oldButton(exchange);
      delete form.parked;
      return askAgain(exchange, form, action.sealed);
    }
    case 'own-contact':
      endSmsProof(exchange);
      return [askContact(exchange)];
    default:
      return action satisfies never;
  }
}
