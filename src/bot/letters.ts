import type { Kysely } from 'kysely';
import { NEW_STATE } from '../dialogue/state.ts';
import type { Reply } from '../dialogue/turn.ts';
import type { Wording } from '../wording/wording.ts';
import { putBulkIntoOutbox } from './outbox.ts';
import type { Outgoing } from './outgoing.ts';
import { renderReply } from './render-reply.ts';
import type { SessionStore } from './sessions.ts';
import type { BotTables } from './tables.ts';

/** Messages that answer nothing, such as news: they wait for the pace of the whole fleet. */
export interface Letters {
  /** In the language the citizen talks with the bot. */
  write(citizenId: string, reply: Reply): Promise<Outgoing[]>;
  /** Into the outbox, on the caller's transaction. Nothing else the bot sends may have this key. */
  put<Tables extends BotTables>(
    tx: Kysely<Tables>,
    to: { chatId: number; key: string },
    messages: Outgoing[],
  ): Promise<void>;
  /** Once the transaction is committed. */
  send(): void;
}

/** @param botId asked when a message is put: it is known only once the token has been checked */
export function createLetters(parts: {
  sessions: SessionStore;
  wording: Wording;
  botId: () => number;
  send: () => void;
}): Letters {
  const { sessions, wording, botId, send } = parts;
  return {
    async write(citizenId, reply) {
      const { state } = await sessions.load(citizenId);
      return renderReply(reply, wording, (state ?? NEW_STATE).locale);
    },
    put: (tx, to, messages) =>
      putBulkIntoOutbox(tx as unknown as Kysely<BotTables>, { ...to, botId: botId() }, messages),
    send,
  };
}
