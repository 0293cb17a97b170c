import { say } from '../../wording/sentence.ts';
import { oldButton } from '../booking/press.ts';
import { menu } from '../buttons.ts';
import type { Exchange } from '../exchange.ts';
import type { Reply } from '../turn.ts';
import type { VoiceAction } from './actions.ts';
import { inWriting } from './in-writing.ts';

/** A press about a voice note that waits no more, or a no: `withVoiceAnswered` has taken the others. */
export function pressVoice(exchange: Exchange, action: VoiceAction): Reply[] {
  switch (action.kind) {
    case 'voice-agree':
      exchange.effects.push({ kind: 'voice-consent', agreed: true });
      return [{ lines: [say('voice-agreed')], buttons: menu() }];
    case 'voice-decline':
      exchange.effects.push({ kind: 'voice-consent', agreed: false });
      return [{ lines: [say('voice-declined')], buttons: menu() }];
    case 'voice-wrong':
      exchange.outcome = 'not-heard';
      return [inWriting(exchange, 'voice-again')];
    case 'voice-right':
      return oldButton(exchange);
    default:
      return action satisfies never;
  }
}
