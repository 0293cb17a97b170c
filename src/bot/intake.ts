import { randomBytes } from 'node:crypto';
import type { Update } from 'grammy/types';
import { kindOf } from './failed-tries.ts';
import type { Patience } from './handle-citizen.ts';
import { handleUpdate, type UpdateTools } from './handle-update.ts';
import { readUpdate } from './read-update.ts';

/** Takes updates in, whichever way they come. */
export interface Intake {
  /** False when the update has to come again. */
  take(update: Update, patience: Patience): Promise<boolean>;
  /** How many updates are in hand. */
  inHand(): number;
  /** Resolves when none is in hand. */
  idle(): Promise<void>;
}

export function createIntake(tools: UpdateTools, operatorsChatId: number | undefined): Intake {
  const running = new Set<Promise<boolean>>();

  async function handle(update: Update, patience: Patience): Promise<boolean> {
    try {
      tools.observer.update(kindOf(update));
      const arrival = readUpdate(update, tools.self, operatorsChatId);
      return await handleUpdate(update, arrival, tools, patience);
    } catch (error) {
      await setAside(update, error, tools);
      return true;
    }
  }

  return {
    take(update, patience) {
      const work = handle(update, patience).finally(() => running.delete(work));
      running.add(work);
      return work;
    },
    inHand: () => running.size,
    async idle() {
      while (running.size > 0) await Promise.all(running);
    },
  };
}

/** An update that can't even be read must not come again for ever. */
async function setAside(
  update: Update,
  error: unknown,
  { db, self, logger }: UpdateTools,
): Promise<void> {
  const errorId = randomBytes(3).toString('hex');
  logger.error({ err: error, update, bug: errorId }, 'an update was given up');
  await db
    .insertInto('bot.set_aside')
    .values({
      bot_id: self.id,
      update_id: update.update_id,
      kind: kindOf(update),
      error_id: errorId,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
    .catch((failure) => logger.error({ err: failure }, 'an update given up was not noted'));
}
