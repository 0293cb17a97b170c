import type { ColumnType } from 'kysely';
import type { RenovationCode, Topic } from '../language/vocabulary.ts';

/** The tables of `migrations/0007-notifications.sql`. */
export interface NotificationTables {
  'bot.subscriptions': {
    citizen_id: string;
    chat_id: number;
    code: RenovationCode;
    topic: Topic;
    after_event: number;
    created_at: Date;
  };
  'bot.news_cursor': {
    event_id: number;
  };
  'bot.kept_questions': {
    citizen_id: string;
    id: string;
    chat_id: number;
    wish: ColumnType<unknown, string, string>;
    asked_at: Date;
  };
}
