import type { RawApi } from 'grammy';
import type { Kysely } from 'kysely';
import type { Logger } from 'pino';
import type { Effect } from '../dialogue/turn.ts';
import { say } from '../wording/sentence.ts';
import { LOCALES, type Locale, type Wording } from '../wording/wording.ts';
import { keepTopic, topicOf } from './operator-topics.ts';
import type { Outgoing } from './outgoing.ts';
import type { BotTables } from './tables.ts';
import { verbatim } from './verbatim.ts';

/** The forum group in which staff answer citizens, a topic each. */
export interface OperatorDesk {
  groupId: number;
  /**
   * What a turn's effects tell staff, as messages to the citizen's topic; the topic is made first where there
   * is none. Null when it can't be made: then nothing must be said to have been told.
   */
  messagesFor(citizenId: string, effects: readonly Effect[]): Promise<Outgoing[] | null>;
}

/** Staff are spoken to in the city's language. */
export const STAFF_LOCALE: Locale = LOCALES[0];

export function createOperatorDesk(parts: {
  groupId: number;
  db: Kysely<BotTables>;
  calls: RawApi;
  wording: Wording;
  logger: Logger;
}): OperatorDesk {
  const { groupId, db, calls, wording, logger } = parts;

  async function topicFor(citizenId: string): Promise<{ label: number; threadId: number } | null> {
    const known = await topicOf(db, citizenId, groupId);
    if (!known) throw new Error('nobody talks with staff without having opened the talk');
    const { label, threadId } = known;
    if (threadId !== null) return { label, threadId };
    const made = await makeTopic(label);
    if (made === null) return null;
    await keepTopic(db, citizenId, { groupId, threadId: made });
    const kept = await topicOf(db, citizenId, groupId);
    return { label, threadId: kept?.threadId ?? made };
  }

  async function makeTopic(label: number): Promise<number | null> {
    const name = wording.plain(say('edge-operator-topic', { label }), STAFF_LOCALE);
    try {
      const topic = await calls.createForumTopic({ chat_id: groupId, name });
      return topic.message_thread_id;
    } catch (error) {
      logger.error({ err: error }, 'no topic could be made in the group of OPERATORS_CHAT_ID');
      return null;
    }
  }

  return {
    groupId,
    async messagesFor(citizenId, effects) {
      const told = effects.flatMap((effect) =>
        effect.kind === 'tell-operators' ? [effect.words] : [],
      );
      if (told.length === 0) return [];
      const topic = await topicFor(citizenId);
      if (!topic) return null;
      const { label, threadId } = topic;
      const heading = wording.html(say('edge-operator-heading', { label }), STAFF_LOCALE);
      return told.flatMap((words) =>
        verbatim(heading, words, { to: groupId, message_thread_id: threadId }),
      );
    },
  };
}
