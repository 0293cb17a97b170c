import type { PlaygroundOptions } from '../options.ts';
import { type BotProfile, createBotProfile } from './bot-profile.ts';
import { type CallLog, createCallLog } from './call-log.ts';
import { type Chats, createChats } from './chats.ts';
import { createEvents, type Events } from './events.ts';
import { createFiles, type Files } from './files.ts';
import { createFloodGate, type FloodGate } from './flood-gate.ts';
import { keepChats } from './kept-chats.ts';
import { createPhones, type Phones } from './phones.ts';
import { createPresses, type Presses } from './presses.ts';
import { createUpdateQueue, type UpdateQueue } from './update-queue.ts';

/** Everything that exists in the playground: what Telegram's servers would hold. */
export interface World {
  options: PlaygroundOptions;
  now: () => Date;
  bot: BotProfile;
  chats: Chats;
  updates: UpdateQueue;
  phones: Phones;
  presses: Presses;
  files: Files;
  events: Events;
  flood: FloodGate;
  calls: CallLog;
  /** Writes down what is not written yet. */
  close(): void;
}

export function createWorld(options: PlaygroundOptions): World {
  const now = options.now ?? (() => new Date());
  const elapsed = options.elapsed ?? (() => performance.now());
  const firstId = firstIdAfter(now());
  const events = createEvents();
  const chats = createChats({ citizens: options.citizens, firstId, events });
  const { chatsFile } = options;
  const stopKeeping = chatsFile ? keepChats(chatsFile, chats, events) : () => {};
  return {
    options,
    now,
    events,
    bot: createBotProfile(options),
    chats,
    updates: createUpdateQueue({ firstId }),
    phones: createPhones({ citizens: options.citizens, events, now }),
    presses: createPresses(elapsed),
    files: createFiles(),
    flood: createFloodGate(elapsed),
    calls: createCallLog(),
    close: stopKeeping,
  };
}

/**
 * Counters start from the clock, because bots remember update ids over restarts and would take
 * ids that begin at 1 again for repeats. Five a second keep them within 31 bits until 2039.
 */
function firstIdAfter(now: Date): number {
  const seconds = Math.floor((now.getTime() - Date.UTC(2026, 0, 1)) / 1000);
  return Math.max(1, seconds * 5);
}
