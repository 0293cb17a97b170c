import type { VoiceNote } from '../../speech/hearing.ts';

/** What a voice note waits for; whatever else the citizen says or presses lets it go. */
export type PendingVoice =
  /** The citizen's consent. */
  | { kind: 'unheard'; note: VoiceNote }
  /** The citizen's word that these are the words. */
  | { kind: 'heard'; id: string; words: string };
