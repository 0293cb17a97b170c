import type { Intent, Service } from '../../language/vocabulary.ts';
import { type Sentence, say } from '../../wording/sentence.ts';
import { button, rows, wishButton } from '../buttons.ts';
import type { Exchange } from '../exchange.ts';
import type { Button } from '../turn.ts';
import type { Wish } from '../wish.ts';
import type { GeneralHandler } from './handler.ts';

/** Wishes that this version can't fulfil yet: one honest sentence, and the nearest way on that works. */
export const violationsIntent = later((_, wish) =>
  wish.service === 'no-violation'
    ? { line: say('later-no-violation'), ways: serviceWays('no-violation') }
    : {
        line: say('later-violations'),
        ways: [wishButton('offices'), wishButton('request-status')],
      },
);

export const transferIntent = later(() => ({
  line: say('later-transfer'),
  ways: [wishButton('debt'), wishButton('clearance'), requirementsOf('transfer')],
}));

export const inquiryIntent = later(() => ({
  line: say('later-inquiry'),
  ways: [wishButton('request-status', { service: 'inquiry' }), requirementsOf('inquiry')],
}));

export const excavationIntent = later(() => ({
  line: say('later-excavation'),
  ways: serviceWays('excavation'),
}));

export const subdivisionIntent = later(() => ({
  line: say('later-subdivision'),
  ways: serviceWays('subdivision'),
}));

export const changeUseIntent = later(() => ({
  line: say('later-change-use'),
  ways: serviceWays('change-use'),
}));

export const findCodeIntent = later(() => ({
  line: say('later-find-code'),
  ways: [wishButton('debt'), wishButton('offices')],
}));

export const rescheduleIntent = later(() => ({
  line: say('later-reschedule'),
  ways: [wishButton('cancel-inspection'), wishButton('my-inspections')],
}));

export const verifyIntent = later(() => ({
  line: say('later-verify'),
  ways: [wishButton('offices')],
}));

export const notifyIntent = later(() => ({
  line: say('later-notify'),
  ways: [wishButton('request-status'), wishButton('my-inspections')],
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

function serviceWays(service: Service): Button[] {
  return [requirementsOf(service), wishButton('book-inspection', { service })];
}

function requirementsOf(service: Service): Button {
  const intent: Intent = 'requirements';
  return button(say('button-requirements'), { kind: 'wish', intent, service });
}
