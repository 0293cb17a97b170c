import { join } from 'node:path';
import type { Outgoing } from '../../src/bot/outgoing.ts';
import type { OwnTurn } from '../../src/bot/own-turn.ts';
import type { Database } from '../../src/database/database.ts';
import type { DialogueDependencies } from '../../src/dialogue/exchange.ts';
import type { Input, Reply, Turn } from '../../src/dialogue/turn.ts';
import { UpstreamError } from '../../src/errors.ts';
import { createLogger } from '../../src/logger.ts';
import { importRecords } from '../../src/records/import/import-records.ts';
import { createKeyedHash } from '../../src/records/keyed-hash.ts';
import type { RecordStore } from '../../src/records/record-store.ts';
import { visitReminders } from '../../src/start-jobs.ts';
import { keptQuestionsRound, newsRound, type RoundsParts } from '../../src/start-rounds.ts';
import type { Tables } from '../../src/tables.ts';

const CHANGES = join(import.meta.dirname, 'changes');
const forever = new AbortController().signal;

/** A message that answers nothing the citizen has just said. */
export interface Unasked {
  citizen: number;
  reply: Reply;
}

/** Records that a transcript can take down and bring back. */
export interface Breakable extends RecordStore {
  down: boolean;
}

export function breakable(records: RecordStore): Breakable {
  const store = { down: false } as Breakable;
  for (const [name, method] of Object.entries(records) as [keyof RecordStore, () => unknown][]) {
    Object.assign(store, {
      async [name](...args: []) {
        if (store.down) throw new UpstreamError('the records do not answer');
        return method(...args);
      },
    });
  }
  return store;
}

/** What a night's export of the municipality brings: the rows of `changes/NAME`. */
export async function importChanges(
  database: Database<Tables>,
  name: string,
  now: Date,
  key: string,
): Promise<void> {
  await importRecords({
    database,
    dir: join(CHANGES, name),
    keyedHash: createKeyedHash(key),
    upsert: true,
    now: () => now,
  });
}

/** One round of all that comes by itself. */
export async function rounds(parts: RoundsParts): Promise<void> {
  await newsRound(parts, forever);
  await visitReminders(parts).run(forever);
  await keptQuestionsRound(parts, forever);
}

/** A messenger that only notes what would be sent, for rounds without a bot. */
export function notingBot(parts: {
  take(citizen: number, input: Input): Promise<Turn>;
  /** False when the claim was somebody else's. */
  commit(citizen: number, turn: Turn, claim: OwnTurn['claim']): Promise<boolean>;
  note(unasked: Unasked): void;
}): RoundsParts['bot'] {
  const { take, commit, note } = parts;
  const noteAll = (citizen: number, replies: Reply[]) => {
    for (const reply of replies) note({ citizen, reply });
  };
  return {
    letters: {
      write: async (_citizenId, reply) => [reply as unknown as Outgoing],
      put: async (_tx, { chatId }, messages) => {
        noteAll(chatId, messages as unknown as Reply[]);
      },
      send: () => {},
    },
    async takeOwnTurn({ chatId, input, claim }) {
      const turn = await take(chatId, input);
      if (turn.outcome === 'upstream-down') return 'not-yet';
      if (await commit(chatId, turn, claim)) noteAll(chatId, turn.replies);
      return 'done';
    },
  };
}

export function roundsParts(
  database: Database<Tables>,
  { records, identity, city, keyedHash }: DialogueDependencies,
  bot: RoundsParts['bot'],
  now: () => Date,
): RoundsParts {
  const logger = createLogger({ level: 'error' });
  return { database, bot, records, identity, city, keyedHash, logger, now };
}
