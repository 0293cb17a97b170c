/** A voice note as the messenger tells of it; the sound itself stays there until it is listened to. */
export interface VoiceNote {
  fileId: string;
  seconds: number;
  /** Null where the messenger does not say. */
  bytes: number | null;
  type: string | null;
}

export type Heard =
  | { kind: 'words'; words: string }
  /** There were no words in it, or none of this language. */
  | { kind: 'nothing' }
  | { kind: 'too-big' }
  /** Enough for today, of this citizen or of all. */
  | { kind: 'limit-reached' }
  /** The speech server or the messenger's files failed or were too slow. */
  | { kind: 'down' };

/** Turns voice notes into words, of citizens who have agreed to that. */
export interface Hearing {
  /** When the citizen agreed that voice notes go to the speech server; null: not (any more). */
  agreedAt(citizenId: string): Promise<Date | null>;
  /** Ends within seconds, and never throws for what the speech server does. */
  listen(note: { citizenId: string; fileId: string; now: Date }): Promise<Heard>;
}

/** What a voice note may be. Telegram records Ogg with Opus. */
export const LONGEST_SECONDS = 60;
export const MOST_BYTES = 2 * 1024 * 1024;
export const VOICE_TYPE = 'audio/ogg';
