import type { IsoDate } from '../language/vocabulary.ts';

/** The tables of `migrations/0019-voice-and-streets.sql`. */
export interface SpeechTables {
  'bot.voice_consents': { citizen_id: string; agreed_at: Date };
  'bot.voice_uses': { day: IsoDate; citizen_id: string; used: number };
}
