import type { Kysely } from 'kysely';
import type { Effect } from './dialogue/turn.ts';
import { dropQuestion, keepQuestion } from './notifications/kept-questions.ts';
import { subscribe, unsubscribe } from './notifications/subscriptions.ts';
import type { NotificationTables } from './notifications/tables.ts';
import { newestEvent } from './records/record-events.ts';
import type { Tables } from './tables.ts';

export type NewsEffect = Extract<
  Effect,
  { kind: 'subscribe' | 'unsubscribe' | 'keep-question' | 'keep-step' | 'drop-question' }
>;

/** The effects about what comes to a citizen by itself; see `performEffect`. None of them can conflict. */
export async function performNewsEffect(
  tx: Kysely<Tables>,
  effect: NewsEffect,
  { citizenId, chatId, now }: { citizenId: string; chatId: number; now: Date },
): Promise<'done'> {
  const news = tx as unknown as Kysely<NotificationTables>;
  switch (effect.kind) {
    case 'subscribe': {
      const afterEvent = await newestEvent(tx);
      await subscribe(news, { ...effect, citizenId, chatId, afterEvent, now });
      return 'done';
    }
    case 'unsubscribe':
      await unsubscribe(news, { citizenId, code: effect.code });
      return 'done';
    case 'keep-question':
      await keepQuestion(news, { ...effect, citizenId, chatId, askedAt: now });
      return 'done';
    case 'keep-step': {
      const wish = { step: effect.step };
      await keepQuestion(news, { id: effect.id, wish, citizenId, chatId, askedAt: now });
      return 'done';
    }
    case 'drop-question':
      await dropQuestion(news, { citizenId, id: effect.id });
      return 'done';
    default:
      return effect satisfies never;
  }
}
