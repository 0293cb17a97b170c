import {
  type Heard,
  type Hearing,
  LONGEST_SECONDS,
  MOST_BYTES,
  VOICE_TYPE,
  type VoiceNote,
} from '../../speech/hearing.ts';
import { type MessageKey, say } from '../../wording/sentence.ts';
import { button, menu } from '../buttons.ts';
import type { Exchange } from '../exchange.ts';
import type { Input, Reply } from '../turn.ts';
import { inWriting } from './in-writing.ts';

/** Whose numbers these are can be told by them, so nobody's conversation keeps them, not even until confirmed. */
const OF_A_PERSON: ReadonlySet<string> = new Set(['national-id', 'mobile']);

/** A voice note: its words are shown back, and count once the citizen has confirmed them. */
export async function onVoice(
  exchange: Exchange,
  { kind: _, agreed, ...note }: Extract<Input, { kind: 'voice' }>,
): Promise<Reply[]> {
  const { hearing } = exchange.deps;
  if (!hearing) return [{ lines: [say('not-voice')], buttons: menu() }];
  if (agreed) exchange.effects.push({ kind: 'voice-consent', agreed });
  // It would be asked for in writing anyway, and needn't be spoken to a server.
  if (exchange.state.expecting === 'national-id')
    return [inWriting(exchange, 'voice-write-number')];
  const unfit = whyUnfit(note);
  if (unfit) return [inWriting(exchange, unfit)];
  if (!agreed && !(await hearing.agreedAt(exchange.citizenId))) return [askConsent(exchange, note)];
  return [await listen(exchange, hearing, note)];
}

async function listen(exchange: Exchange, hearing: Hearing, note: VoiceNote): Promise<Reply> {
  const { citizenId, now, deps, state } = exchange;
  const heard = await hearing.listen({ citizenId, fileId: note.fileId, now });
  exchange.outcome = 'not-heard';
  if (heard.kind !== 'words') return inWriting(exchange, UNHEARD[heard.kind]);
  const { words } = heard;
  const { entities } = deps.understander.understand(words, { now });
  if (entities.some(({ type }) => OF_A_PERSON.has(type)))
    return inWriting(exchange, 'voice-write-number');
  const id = Buffer.from(deps.randomBytes(4)).toString('hex');
  state.voice = { kind: 'heard', id, words };
  exchange.outcome = 'heard';
  return {
    lines: [say('voice-heard', { text: words })],
    buttons: [
      [
        button(say('button-voice-right'), { kind: 'voice-right', id }),
        button(say('button-voice-wrong'), { kind: 'voice-wrong' }),
      ],
    ],
  };
}

const UNHEARD = {
  nothing: 'voice-nothing',
  'too-big': 'voice-too-long',
  'limit-reached': 'voice-limit',
  down: 'voice-down',
} as const satisfies Record<Exclude<Heard['kind'], 'words'>, MessageKey>;

/** Known before anything is fetched. A voice note without a type is what Telegram records. */
function whyUnfit({ seconds, bytes, type }: VoiceNote) {
  if (seconds > LONGEST_SECONDS || (bytes ?? 0) > MOST_BYTES) return 'voice-too-long' as const;
  return (type ?? VOICE_TYPE) === VOICE_TYPE ? null : ('voice-other-type' as const);
}

function askConsent(exchange: Exchange, note: VoiceNote): Reply {
  exchange.state.voice = { kind: 'unheard', note };
  exchange.outcome = 'asked';
  return {
    lines: [say('voice-consent')],
    buttons: [
      [
        button(say('button-voice-agree'), { kind: 'voice-agree' }),
        button(say('button-voice-decline'), { kind: 'voice-decline' }),
      ],
    ],
  };
}
