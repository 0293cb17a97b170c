import type { Intent } from '../language/vocabulary.ts';
import type { Understanding } from '../understanding/understanding.ts';
import { type Sentence, say } from '../wording/sentence.ts';
import { button, menu, rows, SERVICE_NAMES, wishButton } from './buttons.ts';
import type { Exchange } from './exchange.ts';
import { notOurs } from './intents/not-ours.ts';
import type { Button, Reply } from './turn.ts';
import type { Wish } from './wish.ts';

/** What an ambiguous word means to another authority, as a button says it. */
const FOREIGN_READINGS: ReadonlyMap<string, Sentence> = new Map([
  ['police', say('car-fine')],
  ['military', say('military-service')],
  ['guild-union', say('business-licence')],
]);

/** «منظورتان کدام است؟» with the likeliest wishes and «هیچ‌کدام». */
export function didYouMean(
  exchange: Exchange,
  { choices, authority }: Pick<Understanding, 'choices' | 'authority'>,
  { service, code }: Wish,
): Reply {
  exchange.outcome = 'asked';
  const slots = { ...(service && { service }), ...(code && { code }) };
  const foreign = FOREIGN_READINGS.get(authority ?? '');
  const ours = wishesAmong(choices).slice(0, foreign ? 2 : 3);
  return {
    lines: [say('did-you-mean')],
    buttons: rows([
      ...(authority === 'police' && ours[0] === 'violations'
        ? violationButtons()
        : ours.map((intent) => wishButton(intent, slots))),
      ...(foreign && authority ? [button(foreign, { kind: 'foreign', authority })] : []),
      button(say('button-none-of-these'), { kind: 'none-of-these' }),
    ]),
  };
}

/** Nobody is asked whether they meant to greet, and no two buttons say the same. */
function wishesAmong(choices: readonly Intent[]): Intent[] {
  return choices.filter((intent) => intent !== 'greeting' && intent !== 'thanks');
}

/** «خلافی» is the violation, or the paper that says there is none. */
function violationButtons(): Button[] {
  return [
    wishButton('violations'),
    button(SERVICE_NAMES['no-violation'], {
      kind: 'wish',
      intent: 'violations',
      service: 'no-violation',
    }),
  ];
}

/** Not understood, or none of ours. The second time in a row a human is offered beside the menu. */
export function missed(exchange: Exchange, authority?: string): Reply {
  const reply = notOurs(exchange, authority);
  if (authority || !exchange.state.misses) return reply;
  return {
    lines: [say('missed-twice')],
    buttons: [...menu(), [wishButton('operator'), wishButton('help')]],
  };
}
