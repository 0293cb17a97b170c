import type { ColumnType, Generated } from 'kysely';
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
  sessions: {
    key: string;
    state: ColumnType<unknown, string, string>;
    version: number;
    updated_at: Generated<Date>;
  };
}
