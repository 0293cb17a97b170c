import type { Kysely } from 'kysely';
import { createCommits } from '../../src/bot/commit-statement.ts';
import { commitTurn } from '../../src/bot/commit-turn.ts';
import type { OutboxOrigin, OutboxRow } from '../../src/bot/outbox.ts';
import type { Outgoing } from '../../src/bot/outgoing.ts';
import type { BotTables } from '../../src/bot/tables.ts';

/** Commits a turn that only answers; gives what its worker is to send. */
export async function putReplies(
  db: Kysely<BotTables>,
  { workerId, ...origin }: OutboxOrigin & { workerId: string },
  messages: Outgoing[],
): Promise<OutboxRow[]> {
  const committed = await commitTurn(
    db,
    { ...origin, claim: { kind: 'own', take: async () => true } },
    null,
    { citizenId: '', now: new Date(), session: null, effects: [], messages },
    {
      commits: createCommits(db, null),
      sessions: { saves: 'in-transaction' },
      performEffect: async () => 'done',
      workerId,
      retryConflicts: (work) => work(),
    },
  );
  if (committed.kind !== 'done') throw new Error(`it was not put: ${committed.kind}`);
  return committed.rows;
}
