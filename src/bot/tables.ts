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
    /** From here on `migrations/0012-fleet-outbox.sql` */
    worker: string | null;
    handed_over: Generated<boolean>;
    bulk: Generated<boolean>;
  };
  'bot.bulk_pace': {
    bot_id: number;
    next_at: Date;
    holder: string;
  };
  'bot.group_pace': {
    bot_id: number;
    chat_id: number;
    taken: Date[];
  };
  'bot.closed_chats': {
    bot_id: number;
    chat_id: number;
    closed_at: Date;
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
  /** `migrations/0011-lines.sql` and `0022-turns-of-a-line.sql`; the queue itself is written in `line-queue.ts`. */
  'bot.lines': {
    line: string;
    queue: string[];
    state: unknown;
    is_saved: boolean;
    turns: Generated<number>;
    touched_at: Date;
  };
  'bot.failed_tries': {
    bot_id: number;
    update_id: number;
    tries: number;
    last_at: Generated<Date>;
  };
  'bot.set_aside': {
    bot_id: number;
    update_id: number;
    kind: string;
    error_id: string;
    at: Generated<Date>;
  };
  sessions: {
    key: string;
    state: ColumnType<unknown, string, string>;
    version: number;
    updated_at: Generated<Date>;
  };
}
