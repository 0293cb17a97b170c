import type { Kysely } from 'kysely';
import type { Logger } from 'pino';
import type { Bot } from './bot/bot.ts';
import type { City } from './city/city.ts';
import type { Database } from './database/database.ts';
import { newsOf } from './dialogue/news/news-of.ts';
import type { Input, Step } from './dialogue/turn.ts';
import type { Wish } from './dialogue/wish.ts';
import { UpstreamError } from './errors.ts';
import type { Identity } from './identity/create-identity.ts';
import { writeAudit } from './identity/effects.ts';
import type { IdentityTables } from './identity/tables.ts';
import { type AnswerKeptParts, answerKept } from './notifications/answer-kept.ts';
import { dropQuestion } from './notifications/kept-questions.ts';
import { tellNews } from './notifications/notifier.ts';
import type { NotificationTables } from './notifications/tables.ts';
import type { KeyedHasher } from './records/keyed-hash.ts';
import { eventsAfter } from './records/record-events.ts';
import type { RecordStore } from './records/record-store.ts';
import type { Tables } from './tables.ts';

export interface RoundsParts {
  database: Database<Tables>;
  bot: Pick<Bot, 'letters' | 'takeOwnTurn'>;
  records: RecordStore;
  /** Notes what changed at a records service; absent where the import does so itself. */
  gatherEvents?: (signal: AbortSignal) => Promise<void>;
  identity: Identity;
  city: City;
  keyedHash: KeyedHasher;
  logger: Logger;
  now: () => Date;
}

/** Tries the sources for the questions that were kept while they were down. */
export function keptQuestionsRound(
  { database, bot, records, now }: RoundsParts,
  signal: AbortSignal,
): Promise<void> {
  const resume: AnswerKeptParts['resume'] = ({ citizenId, chatId, id, wish }, expired) =>
    bot.takeOwnTurn({
      citizenId,
      chatId,
      key: `kept:${id}`,
      input: resumed(id, wish as Wish | { step: Step }, expired),
      claim: { kind: 'own', take: (tx) => dropQuestion(newsTables(tx), { citizenId, id }) },
    });
  const sourcesAnswer = () => answers(records);
  return answerKept({ db: newsTables(database.db), sourcesAnswer, resume, now }, signal);
}

/** Tells subscribers the news. */
export async function newsRound(parts: RoundsParts, signal: AbortSignal): Promise<void> {
  const { database, bot, keyedHash, city, logger, now } = parts;
  await parts.gatherEvents?.(signal);
  return tellNews(
    {
      db: newsTables(database.db),
      eventsAfter: (id, limit) => eventsAfter(database.db, id, limit),
      async compose({ citizenId }, event, at) {
        const news = await newsOf(parts, citizenId, event, at);
        if (news.kind !== 'tell') return news;
        return { kind: 'tell', message: await bot.letters.write(citizenId, news.reply) };
      },
      async put(tx, { key, subscriber, event, message }) {
        const { citizenId, chatId } = subscriber;
        const objectHash = keyedHash('code', event.code);
        const entry = { intent: 'notify', outcome: 'answered', objectHash, facts: [event.kind] };
        await writeAudit(tx as unknown as Kysely<IdentityTables>, { citizenId, now: now(), entry });
        await bot.letters.put(tx as unknown as Kysely<Tables>, { chatId, key }, message);
        return message;
      },
      send: () => bot.letters.send(),
      quietHours: city.quietHours,
      now,
      onBug: (error) => logger.error({ err: error }, 'a subscriber could not be told'),
    },
    signal,
  );
}

/** What was kept is a question understood before, or a message as it came. */
function resumed(id: string, kept: Wish | { step: Step }, expired: boolean): Input {
  return 'step' in kept
    ? { kind: 'resume-step', id, step: kept.step, expired }
    : { kind: 'resume', id, wish: kept, expired };
}

async function answers(records: RecordStore): Promise<boolean> {
  try {
    await records.recordedAt();
    return true;
  } catch (error) {
    if (error instanceof UpstreamError) return false;
    throw error;
  }
}

function newsTables(db: unknown): Kysely<NotificationTables> {
  return db as Kysely<NotificationTables>;
}
