import { matchKey } from '../../language/text.ts';
import { saysNo, saysYes } from '../../understanding/plain-words.ts';
import { decodeAction, encodeAction } from '../actions.ts';
import type { Exchange } from '../exchange.ts';
import type { Input } from '../turn.ts';
import type { PendingVoice } from './pending-voice.ts';

/**
 * What a message means while a voice note waits for an answer. Confirmed words are a text like any other, as if
 * they had been typed; a yes to listening is the voice note itself, so that nobody sends it anew. Anything else
 * means what it says, and is the correction where words were shown.
 */
export function withVoiceAnswered(exchange: Exchange, input: Input): Input {
  const { state } = exchange;
  const { voice } = state;
  if (!voice || input.kind === 'resume' || input.kind === 'resume-step') return input;
  delete state.voice;
  const answer = answerTo(voice, exchange, input);
  if (answer === 'no') {
    const action = encodeAction({ kind: voice.kind === 'heard' ? 'voice-wrong' : 'voice-decline' });
    return { kind: 'press', action };
  }
  if (answer !== 'yes') return input;
  return voice.kind === 'heard'
    ? { kind: 'text', text: voice.words }
    : { kind: 'voice', ...voice.note, agreed: true };
}

function answerTo(voice: PendingVoice, { deps }: Exchange, input: Input): 'yes' | 'no' | null {
  if (input.kind === 'press') return pressedTo(voice, input.action);
  if (input.kind !== 'text') return null;
  const agrees = deps.labels('button-voice-agree').map(matchKey);
  if (voice.kind === 'unheard' && agrees.includes(matchKey(input.text))) return 'yes';
  if (saysYes(input.text)) return 'yes';
  return saysNo(input.text) ? 'no' : null;
}

function pressedTo(voice: PendingVoice, data: string): 'yes' | 'no' | null {
  const action = decodeAction(data);
  if (voice.kind === 'unheard') {
    if (action?.kind === 'voice-agree') return 'yes';
    return action?.kind === 'voice-decline' ? 'no' : null;
  }
  if (action?.kind === 'voice-right') return action.id === voice.id ? 'yes' : null;
  return action?.kind === 'voice-wrong' ? 'no' : null;
}
