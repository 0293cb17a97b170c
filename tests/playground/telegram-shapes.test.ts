import type { ApiMethods, CallbackQuery, Message, UserFromGetMe } from '@grammyjs/types';
import { describe, expect, expectTypeOf, it } from 'vitest';
import type * as ours from '../../src/playground/bot-api/shapes.ts';
import { METHODS } from '../../src/playground/methods/all-methods.ts';
import { startPlayground } from './start-playground.ts';

describe("Telegram's names and shapes", () => {
  it('every method of the playground is one of the Bot API', () => {
    const names = [
      'answerCallbackQuery',
      'deleteMessage',
      'deleteMyCommands',
      'deleteWebhook',
      'editMessageReplyMarkup',
      'editMessageText',
      'getChatMenuButton',
      'getFile',
      'getMe',
      'getMyCommands',
      'getMyDescription',
      'getMyName',
      'getMyShortDescription',
      'getUpdates',
      'getWebhookInfo',
      'sendChatAction',
      'sendDocument',
      'sendLocation',
      'sendMessage',
      'sendPhoto',
      'sendVenue',
      'setChatMenuButton',
      'setMyCommands',
      'setMyDescription',
      'setMyName',
      'setMyShortDescription',
      'setWebhook',
    ] as const satisfies (keyof ApiMethods<never>)[];
    expect(Object.keys(METHODS).toSorted()).toEqual(names);
  });

  it('what the playground sends is what the types of the Bot API promise', () => {
    expectTypeOf<ours.Contact>().toExtend<NonNullable<Message['contact']>>();
    expectTypeOf<NonNullable<ours.Message['venue']>>().toExtend<NonNullable<Message['venue']>>();
    expectTypeOf<NonNullable<ours.Message['voice']>>().toExtend<NonNullable<Message['voice']>>();
    expectTypeOf<NonNullable<ours.Message['sticker']>>().toExtend<
      NonNullable<Message['sticker']>
    >();
    expectTypeOf<ours.ForwardOrigin>().toExtend<NonNullable<Message['forward_origin']>>();
    expectTypeOf<ours.PrivateChat>().toExtend<Message['chat']>();
    expectTypeOf<keyof ours.Message>().toExtend<keyof Message>();
    expectTypeOf<keyof ours.CallbackQuery>().toExtend<keyof CallbackQuery>();
  });

  it('getMe says about the bot all that a library may ask', async () => {
    const playground = await startPlayground();
    const { result } = await playground.call('getMe');
    await playground.stop();
    const me = {
      id: result.id,
      is_bot: true,
      first_name: 'پاسخ',
      username: 'pasokh_demo_bot',
      can_join_groups: false,
      can_read_all_group_messages: false,
      supports_inline_queries: false,
      can_connect_to_business: false,
      has_main_web_app: false,
    } satisfies Partial<UserFromGetMe>;
    expect(result).toEqual(me);
  });
});
