import type { ColumnType, Generated, GeneratedAlways } from 'kysely';
import type { Outgoing } from './outgoing.ts';

/** The tables of `migrations/0004-conversation.sql`. */
export interface BotTables {
  update_claims: {
    bot_id: number;
    update_id: number;
    claimed_at: Generated<Date>;
  };
  outbox: {
    id: Generated<number>;
    bot_id: number;
    key: string;
    chat_id: number;
    method: Outgoing['method'];
    payload: ColumnType<Outgoing['payload'], string, string>;
    created_at: Generated<Date>;
  };
  /** `migrations/0008-operators.sql` */
  'bot.operator_topics': {
    citizen_id: string;
    label: GeneratedAlways<number>;
    citizen_chat_id: number;
    open: boolean;
    group_id: Generated<number | null>;
    thread_id: Generated<number | null>;
  };
  /** `migrations/0010-workers.sql` */
  'bot.workers': {
    id: string;
    alive_until: Date;
  };
  sessions: {
    key: string;
    state: ColumnType<unknown, string, string>;
    version: number;
    updated_at: Generated<Date>;
  };
}
