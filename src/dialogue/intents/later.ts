import { type Sentence, say } from '../../wording/sentence.ts';
import { rows, wishButton } from '../buttons.ts';
import type { Exchange } from '../exchange.ts';
import type { Button } from '../turn.ts';
import type { Wish } from '../wish.ts';
import type { GeneralHandler } from './handler.ts';

/** Wishes that this version can't fulfil yet: one honest sentence, and the nearest way on that works. */
export const findCodeIntent = later(() => ({
  line: say('later-find-code'),
  ways: [wishButton('debt'), wishButton('offices')],
}));

export const verifyIntent = later(() => ({
  line: say('later-verify'),
  ways: [wishButton('offices')],
}));

export const complaintIntent = later(() => ({
  line: say('later-complaint'),
  ways: [wishButton('request-status'), wishButton('offices')],
}));

export const operatorIntent = later(({ deps }) => ({
  line: say('later-operator', { phone: deps.city.phone }),
  ways: [wishButton('offices'), wishButton('help')],
}));

function later(
  words: (exchange: Exchange, wish: Wish) => { line: Sentence; ways: Button[] },
): GeneralHandler {
  return {
    needs: 'nothing',
    answer(exchange, wish) {
      exchange.outcome = 'later';
      const { line, ways } = words(exchange, wish);
      return [{ lines: [line], buttons: rows(ways) }];
    },
  };
}
