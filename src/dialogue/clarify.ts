import type { Understanding } from '../understanding/understanding.ts';
import { say } from '../wording/sentence.ts';
import { button, menu, rows, wishButton } from './buttons.ts';
import type { Exchange } from './exchange.ts';
import { notOurs } from './intents/not-ours.ts';
import type { Reply } from './turn.ts';
import type { Wish } from './wish.ts';

/** «منظورتان کدام است؟» with the likeliest wishes and «هیچ‌کدام». */
export function didYouMean(
  exchange: Exchange,
  { choices, authority }: Pick<Understanding, 'choices' | 'authority'>,
  { service, code }: Wish,
): Reply {
  exchange.outcome = 'asked';
  const slots = { ...(service && { service }), ...(code && { code }) };
  const foreign =
    authority === 'police' ? [button(say('car-fine'), { kind: 'foreign', authority })] : [];
  return {
    lines: [say('did-you-mean')],
    buttons: rows([
      ...choices.slice(0, 3).map((intent) => wishButton(intent, slots)),
      ...foreign,
      button(say('button-none-of-these'), { kind: 'none-of-these' }),
    ]),
  };
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
