import type { IsoDate } from '../language/vocabulary.ts';

/** The tables of `migrations/0020-model.sql`. */
export interface ModelTables {
  'bot.model_uses': { day: IsoDate; citizen_id: string; used: number };
  'bot.model_costs': {
    day: IsoDate;
    calls: number;
    useless: number;
    prompt_tokens: number;
    completion_tokens: number;
  };
}
