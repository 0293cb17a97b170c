import type { Generated } from 'kysely';

/** The table of `migrations/0013-jobs.sql`. */
export interface JobTables {
  'bot.jobs': {
    name: string;
    due_at: Generated<Date>;
    worker: string | null;
  };
}
