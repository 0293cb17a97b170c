import type { Logger } from 'pino';
import { expect } from 'vitest';
import { type Bot, type BotOptions, createBot } from '../../src/bot/bot.ts';
import { databaseSessions } from '../../src/bot/database-sessions.ts';
import type { Database } from '../../src/database/database.ts';
import type { DialogueDependencies } from '../../src/dialogue/exchange.ts';
import { createTakeTurn } from '../../src/dialogue/take-turn.ts';
import { createLogger } from '../../src/logger.ts';
import { forgetChat } from '../../src/notifications/subscriptions.ts';
import { performEffect } from '../../src/perform-effect.ts';
import type { RoundsParts } from '../../src/start-rounds.ts';
import type { Tables } from '../../src/tables.ts';
import { type BotApiServer, person, privateMessage } from '../helpers/bot-api-server.ts';
import { wording } from '../helpers/edge-bot.ts';
import { eventually } from '../helpers/eventually.ts';
import { roundsParts } from './by-itself.ts';
import { mobileOf } from './transcript.ts';

interface TalkingBotParts extends Pick<BotOptions<Tables>, 'now' | 'operatorsChatId'> {
  api: BotApiServer;
  database: Database<Tables>;
  deps: DialogueDependencies;
  logger?: Logger;
}

/** The app's dialogue behind a Bot API; `rounds` are the parts of what comes by itself. */
export async function startTalkingBot({
  api,
  database,
  deps,
  logger = createLogger({ level: 'silent' }),
  ...more
}: TalkingBotParts): Promise<{ bot: Bot; rounds: RoundsParts }> {
  const bot = createBot<Tables>({
    token: api.token,
    apiRoot: api.root,
    logger,
    db: database.db,
    sessions: databaseSessions(database.db, logger),
    takeTurn: createTakeTurn(deps),
    performEffect: (tx, effect, who) =>
      performEffect(tx, effect, { ...who, rules: deps.city.booking }),
    wording,
    onClosed: (chatId) => forgetChat(database.db as never, chatId),
    ...more,
    onFatal: (error) => {
      throw error;
    },
  });
  await bot.start();
  return { bot, rounds: roundsParts(database, deps, bot, more.now) };
}

/** Waits until the citizen has got so many messages; returns their texts. */
export async function hears(api: BotApiServer, citizen: number, count: number): Promise<string[]> {
  await eventually(() => expect(api.textsTo(citizen)).toHaveLength(count));
  return api.textsTo(citizen);
}

/** A demo citizen shares the own mobile. */
export function sharesContact(api: BotApiServer, citizen: number): void {
  const { first_name } = person(citizen);
  const contact = { phone_number: mobileOf(citizen), first_name, user_id: citizen };
  api.queue({ message: privateMessage(citizen, { contact }) });
}
