import type { Message } from './bot-api/shapes.ts';
import type { Act, ActResult } from './citizens/act.ts';
import { takeAct } from './citizens/take-act.ts';
import type { Call } from './world/call-log.ts';
import type { PlaygroundEvent } from './world/events.ts';
import type { World } from './world/world.ts';

export interface TestAccess {
  /** Does what a citizen would do on the page. */
  sendAs(citizenId: number, act: Act): ActResult;
  /** All messages of the chat that are still there, oldest first. */
  messagesOf(citizenId: number): Message[];
  /** The bot's first message in the chat after the citizen's latest; fails after `withinMs`. */
  waitForReply(citizenId: number, withinMs?: number): Promise<Message>;
  /** Resolves with the first event, from now on, that `isIt` accepts; fails after `withinMs`. */
  waitForEvent(
    isIt: (event: PlaygroundEvent) => boolean,
    withinMs?: number,
  ): Promise<PlaygroundEvent>;
  calls(): Call[];
  /** The calls Telegram would not have taken: empty when the bot behaves. */
  refusedCalls(): Call[];
}

const PATIENCE_MS = 10_000;

export function createTestAccess(world: World): TestAccess {
  const messagesOf = (citizenId: number) =>
    [...(world.chats.find(citizenId)?.entries.values() ?? [])].map(({ message }) => message);

  function waitForEvent(
    isIt: (event: PlaygroundEvent) => boolean,
    withinMs = PATIENCE_MS,
  ): Promise<PlaygroundEvent> {
    const { promise, resolve, reject } = Promise.withResolvers<PlaygroundEvent>();
    const stop = world.events.follow(world.events.lastId(), (event) => {
      if (isIt(event)) resolve(event);
    });
    const timer = setTimeout(
      () => reject(new Error(`nothing like it happened within ${withinMs} ms`)),
      withinMs,
    );
    return promise.finally(() => {
      clearTimeout(timer);
      stop();
    });
  }

  return {
    sendAs: (citizenId, act) => takeAct(world, citizenId, act),
    messagesOf,
    waitForEvent,
    async waitForReply(citizenId, withinMs) {
      const reply = () => {
        const messages = messagesOf(citizenId);
        return messages[messages.findLastIndex(({ from }) => !from.is_bot) + 1];
      };
      const here = reply();
      if (here) return here;
      await waitForEvent(({ chatId, type }) => {
        return chatId === citizenId && type === 'message' && reply() !== undefined;
      }, withinMs);
      return reply() as Message;
    },
    calls: () => world.calls.all(),
    refusedCalls: () => world.calls.all().filter(({ outcome }) => !outcome.ok),
  };
}
