import type { Kysely } from 'kysely';
import type { Logger } from 'pino';
import type { Bot } from './bot/bot.ts';
import type { City } from './city/city.ts';
import type { Database } from './database/database.ts';
import { newsOf } from './dialogue/news/news-of.ts';
import type { Wish } from './dialogue/wish.ts';
import { UpstreamError } from './errors.ts';
import type { Identity } from './identity/create-identity.ts';
import { writeAudit } from './identity/effects.ts';
import type { IdentityTables } from './identity/tables.ts';
import { type AnswerKeptParts, answerKept } from './notifications/answer-kept.ts';
import { dropQuestion } from './notifications/kept-questions.ts';
import { tellNews } from './notifications/notifier.ts';
import { type Rounds, startRounds } from './notifications/rounds.ts';
import type { NotificationTables } from './notifications/tables.ts';
import type { KeyedHasher } from './records/keyed-hash.ts';
import { eventsAfter } from './records/record-events.ts';
import type { RecordStore } from './records/record-store.ts';
import type { Tables } from './tables.ts';

const NEWS_EVERY_MS = 15_000;
const SOURCES_TRIED_EVERY_MS = 5_000;

export interface RoundsParts {
  database: Database<Tables>;
  bot: Pick<Bot, 'letters' | 'takeOwnTurn'>;
  records: RecordStore;
  identity: Identity;
  city: City;
  keyedHash: KeyedHasher;
  logger: Logger;
  now: () => Date;
}

/** Tells subscribers the news, round after round. */
export function startNews(parts: RoundsParts): Rounds {
  return startRounds({
    everyMs: NEWS_EVERY_MS,
    work: (signal) => newsRound(parts, signal),
    onFailure: (error) => parts.logger.error({ err: error }, 'news waits for its next round'),
  });
}

/** Tries the sources for the questions that were kept while they were down, round after round. */
export function startKeptQuestions(parts: RoundsParts): Rounds {
  return startRounds({
    everyMs: SOURCES_TRIED_EVERY_MS,
    work: (signal) => keptQuestionsRound(parts, signal),
    onFailure: (error) =>
      parts.logger.error({ err: error }, 'kept questions wait for their next round'),
  });
}

export function keptQuestionsRound(
  { database, bot, records, now }: RoundsParts,
  signal: AbortSignal,
): Promise<void> {
  const resume: AnswerKeptParts['resume'] = ({ citizenId, chatId, id, wish }, expired) =>
    bot.takeOwnTurn({
      citizenId,
      chatId,
      key: `kept:${id}`,
      input: { kind: 'resume', id, wish: wish as Wish, expired },
      claim: (tx) => dropQuestion(newsTables(tx), { citizenId, id }),
    });
  const sourcesAnswer = () => answers(records);
  return answerKept({ db: newsTables(database.db), sourcesAnswer, resume, now }, signal);
}

export function newsRound(parts: RoundsParts, signal: AbortSignal): Promise<void> {
  const { database, bot, keyedHash, city, logger, now } = parts;
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
