import { openingAt } from '../../city/office-hours.ts';
import { say } from '../../wording/sentence.ts';
import { rows, wishButton } from '../buttons.ts';
import type { Exchange } from '../exchange.ts';
import { endButton } from '../operator.ts';
import { askContact } from '../proof.ts';
import type { Reply } from '../turn.ts';
import type { GeneralHandler } from './handler.ts';
import { municipality } from './offices.ts';

/** A human: in the staff's group where there is one, else by telephone. */
export const operatorIntent: GeneralHandler = {
  needs: 'nothing',
  async answer(exchange) {
    const { state, deps } = exchange;
    if (!deps.operators) return [byTelephone(exchange)];
    if (!(await exchange.proofs()).mobile) {
      state.pending = { intent: 'operator' };
      return [askContact(exchange, 'operator')];
    }
    delete state.pending;
    delete state.second;
    delete state.expecting;
    state.withOperator = true;
    exchange.effects.push({ kind: 'open-talk' });
    exchange.outcome = 'with-operator';
    const isOpen = openingAt(deps.city.hours, deps.city.calendar, exchange.now)?.kind === 'open';
    return [
      {
        lines: [say('operator-write'), ...(isOpen ? [] : [municipality(exchange)])],
        buttons: [[endButton()]],
      },
    ];
  },
};

function byTelephone(exchange: Exchange): Reply {
  exchange.outcome = 'later';
  return {
    lines: [say('operator-none'), municipality(exchange)],
    buttons: rows([wishButton('offices'), wishButton('complaint')]),
  };
}
