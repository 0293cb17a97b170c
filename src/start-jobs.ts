import type { Kysely } from 'kysely';
import type { Outgoing } from './bot/outgoing.ts';
import { privateChatOf } from './bot/read-update.ts';
import { visitReminder } from './dialogue/news/visit-reminder.ts';
import { mayMove } from './inspections/may-move.ts';
import type { InspectionTables } from './inspections/tables.ts';
import type { Job } from './jobs/job.ts';
import { reminderJob } from './jobs/remind-of-visits.ts';
import { retentionJob } from './jobs/retention.ts';
import { type Jobs, runJobs } from './jobs/run-jobs.ts';
import type { JobTables } from './jobs/tables.ts';
import { type RetentionParts, retentionList } from './retention-list.ts';
import { keptQuestionsRound, newsRound, type RoundsParts } from './start-rounds.ts';
import type { Tables } from './tables.ts';

const NEWS_EVERY_MS = 15_000;
const SOURCES_TRIED_EVERY_MS = 5_000;

export type JobsParts = RoundsParts &
  RetentionParts & { workerId: string; watchJobs: readonly Job[] };

/** Begins all that the product does by itself. */
export function startJobs(parts: JobsParts): Jobs {
  const { database, workerId, logger } = parts;
  return runJobs({
    db: database.db as unknown as Kysely<JobTables>,
    workerId,
    jobs: jobList(parts),
    onFailure: (job, error) => logger.error({ job, err: error }, 'a job waits for its next time'),
  });
}

function jobList(parts: JobsParts): Job[] {
  const { now, logger } = parts;
  return [
    { name: 'news', everyMs: NEWS_EVERY_MS, run: (signal) => newsRound(parts, signal) },
    {
      name: 'kept-questions',
      everyMs: SOURCES_TRIED_EVERY_MS,
      run: (signal) => keptQuestionsRound(parts, signal),
    },
    visitReminders(parts),
    ...parts.watchJobs,
    retentionJob(retentionList(parts), now, (what, error) =>
      logger.error({ what, err: error }, 'what has served its time could not be removed'),
    ),
  ];
}

export function visitReminders({ database, bot, city, logger, now }: RoundsParts): Job {
  const db = database.db as unknown as Kysely<InspectionTables>;
  const rules = { calendar: city.calendar, rules: city.booking };
  return reminderJob<Outgoing[]>({
    db,
    remindAt: city.booking.remindAt,
    quietHours: city.quietHours,
    async compose(visit, at) {
      const { citizenId, trackingCode } = visit;
      const who = { citizenId, trackingCode: trackingCode ?? '', now: at };
      const may = await mayMove(db, rules, who);
      return bot.letters.write(citizenId, visitReminder(visit, at, may.kind === 'yes'));
    },
    async put(tx, { citizenId, trackingCode, day }, message) {
      const chatId = privateChatOf(citizenId);
      if (chatId === null) return;
      const to = { chatId, key: `visit:${trackingCode}:${day}` };
      await bot.letters.put(tx as unknown as Kysely<Tables>, to, message);
    },
    send: () => bot.letters.send(),
    now,
    onBug: (error) => logger.error({ err: error }, 'a citizen could not be reminded'),
  });
}
