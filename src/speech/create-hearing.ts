import type { Kysely } from 'kysely';
import type { CircuitBreaker } from '../circuit-breaker.ts';
import { agreedAt } from './consents.ts';
import { type Heard, type Hearing, MOST_BYTES } from './hearing.ts';
import type { Transcribe } from './openai-transcriber.ts';
import type { SpeechTables } from './tables.ts';
import { cleanTranscript } from './transcript.ts';
import { countVoice, type VoiceLimits } from './voice-limits.ts';

/** The sound of a voice note; null when it is bigger than that. Rejects when it cannot be had. */
export type FetchVoice = (
  fileId: string,
  limits: { mostBytes: number; signal: AbortSignal },
) => Promise<Uint8Array | null>;

export interface HearingParts {
  db: Kysely<SpeechTables>;
  fetchVoice: FetchVoice;
  transcribe: Transcribe;
  breaker: CircuitBreaker;
  limits?: VoiceLimits;
  /** For the file and its words together; a turn has eight seconds. */
  deadlineMs?: number;
  /** Told what became of each voice note, for metrics. */
  onHeard?: (outcome: Heard['kind']) => void;
  /** Told why a voice note was not heard, without what was in it. */
  onFailure: (error: unknown) => void;
}

const DEADLINE_MS = 6_000;
/** A turn that is taken again (a place was just taken) hears the same, and it costs nothing more. */
const REMEMBERED = 50;

/** The sound passes through memory only: nothing of it is written anywhere. */
export function createHearing(parts: HearingParts): Hearing {
  const lately = new Map<string, Promise<Heard>>();
  return {
    agreedAt: (citizenId) => agreedAt(parts.db, citizenId),
    listen(note) {
      const key = `${note.citizenId} ${note.fileId}`;
      const before = lately.get(key);
      if (before) return before;
      const heard = hear(parts, note);
      lately.set(key, heard);
      const [oldest] = lately.keys();
      if (lately.size > REMEMBERED && oldest !== undefined) lately.delete(oldest);
      // What failed may be tried again with the very same note.
      const forget = () => lately.delete(key);
      heard.then(({ kind }) => {
        parts.onHeard?.(kind);
        if (kind !== 'words') forget();
      }, forget);
      return heard;
    },
  };
}

async function hear(
  parts: HearingParts,
  note: { citizenId: string; fileId: string; now: Date },
): Promise<Heard> {
  const { db, breaker, limits, deadlineMs = DEADLINE_MS, onFailure } = parts;
  try {
    if (!(await countVoice(db, note, limits))) return { kind: 'limit-reached' };
    const inTime = AbortSignal.timeout(deadlineMs);
    return (await breaker.run(() => words(parts, note.fileId, inTime))) ?? { kind: 'down' };
  } catch (error) {
    onFailure(error);
    return { kind: 'down' };
  }
}

async function words(
  { fetchVoice, transcribe }: HearingParts,
  fileId: string,
  signal: AbortSignal,
): Promise<Heard> {
  const sound = await fetchVoice(fileId, { mostBytes: MOST_BYTES, signal });
  if (!sound) return { kind: 'too-big' };
  const clean = cleanTranscript(await transcribe(sound, signal));
  return clean === null ? { kind: 'nothing' } : { kind: 'words', words: clean };
}
