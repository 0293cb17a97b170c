import { optional, required } from '../bot-api/fields.ts';
import { badRequest, Refusal } from '../bot-api/refusal.ts';
import type { World } from '../world/world.ts';
import { method } from './method.ts';

const UPDATE_KINDS = [
  'message',
  'edited_message',
  'channel_post',
  'edited_channel_post',
  'business_connection',
  'business_message',
  'edited_business_message',
  'deleted_business_messages',
  'message_reaction',
  'message_reaction_count',
  'inline_query',
  'chosen_inline_result',
  'callback_query',
  'shipping_query',
  'pre_checkout_query',
  'purchased_paid_media',
  'poll',
  'poll_answer',
  'my_chat_member',
  'chat_member',
  'chat_join_request',
  'chat_boost',
  'removed_chat_boost',
  'guest_message',
  'managed_bot',
];

interface GetUpdates {
  offset?: number;
  limit?: number;
  timeout?: number;
  allowed_updates?: string[];
}

export const getUpdates = method<GetUpdates>(
  {
    offset: optional('Integer'),
    limit: optional('Integer', { range: [1, 100] }),
    timeout: optional('Integer', { range: [0, 50] }),
    allowed_updates: optional('Array of String'),
  },
  (world, { offset = 0, limit = 100, timeout = 0, allowed_updates }, signal) => {
    if (world.bot.webhookUrl) {
      throw new Refusal(
        409,
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
      );
    }
    allowUpdates(world, allowed_updates);
    return world.updates.fetch({ offset, limit, timeout, signal });
  },
);

interface SetWebhook {
  url: string;
  allowed_updates?: string[];
  drop_pending_updates?: boolean;
}

/** The address is remembered, but nothing is delivered to it: a bot in the playground polls. */
export const setWebhook = method<SetWebhook>(
  {
    url: required('String'),
    max_connections: optional('Integer', { range: [1, 100] }),
    allowed_updates: optional('Array of String'),
    drop_pending_updates: optional('Boolean'),
    secret_token: optional('String', { length: [1, 256] }),
  },
  (world, { url, allowed_updates, drop_pending_updates }) => {
    if (url !== '' && !/^https?:\/\/./.test(url)) {
      throw badRequest('bad webhook: An HTTPS URL must be provided for webhook');
    }
    allowUpdates(world, allowed_updates);
    if (drop_pending_updates) world.updates.drop();
    world.bot.webhookUrl = url;
    world.updates.close();
    return true;
  },
);

export const deleteWebhook = method<{ drop_pending_updates?: boolean }>(
  { drop_pending_updates: optional('Boolean') },
  (world, { drop_pending_updates }) => {
    if (drop_pending_updates) world.updates.drop();
    world.bot.webhookUrl = '';
    return true;
  },
);

export const getWebhookInfo = method({}, (world) => {
  const allowed = world.updates.allowed();
  return {
    url: world.bot.webhookUrl,
    has_custom_certificate: false,
    pending_update_count: world.updates.pending(),
    ...(allowed.length > 0 ? { allowed_updates: allowed } : {}),
  };
});

function allowUpdates(world: World, kinds: string[] | undefined): void {
  if (!kinds) return;
  const unknown = kinds.find((kind) => !UPDATE_KINDS.includes(kind));
  if (unknown !== undefined) throw badRequest(`there is no kind of update "${unknown}"`);
  world.updates.allow(kinds);
}
