import type { Kysely, Transaction } from 'kysely';
import type { Booking } from '../inspections/inspections.ts';
import type { InspectionTables } from '../inspections/tables.ts';
import { markReminded, visitsToRemind } from '../inspections/visits-to-remind.ts';
import type { TimeOfDay } from '../language/vocabulary.ts';
import { isQuiet, type QuietHours } from '../notifications/quiet-hours.ts';
import type { Job } from './job.ts';

export interface ReminderParts<Message> {
  db: Kysely<InspectionTables>;
  /** In Tehran, on the evening before. */
  remindAt: TimeOfDay;
  quietHours: QuietHours;
  compose(visit: Booking, now: Date): Promise<Message>;
  /** Puts the message into the outbox, on this transaction. */
  put(tx: Transaction<InspectionTables>, visit: Booking, message: Message): Promise<void>;
  /** Sends what has been committed. */
  send(): void;
  now: () => Date;
  /** A bug kept one citizen from being reminded; the others are. */
  onBug(error: unknown): void;
}

const EVERY_MS = 60_000;
const VISITS_AT_ONCE = 200;

/** Reminds of visits on the evening before, each day of a visit once; nobody is disturbed at night. */
export function reminderJob<Message>(parts: ReminderParts<Message>): Job {
  const { db, remindAt, quietHours, now } = parts;
  return {
    name: 'visit-reminders',
    everyMs: EVERY_MS,
    async run(signal) {
      if (isQuiet(quietHours, now())) return;
      const visits = await visitsToRemind(db, { now: now(), remindAt, limit: VISITS_AT_ONCE });
      for (const visit of visits) {
        if (signal.aborted) return;
        await remind(visit, parts);
      }
    },
  };
}

async function remind<Message>(visit: Booking, parts: ReminderParts<Message>): Promise<void> {
  const { db, now, onBug } = parts;
  try {
    const message = await parts.compose(visit, now());
    const { trackingCode, day } = visit;
    if (trackingCode === null) return;
    await db.transaction().execute(async (tx) => {
      if (await markReminded(tx, { trackingCode, day })) await parts.put(tx, visit, message);
    });
    parts.send();
  } catch (error) {
    onBug(error);
  }
}
