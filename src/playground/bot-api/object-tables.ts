import { type Fields, optional, required } from './fields.ts';

/** The objects a bot may send, field by field. */
export const OBJECTS: Record<string, Fields> = {
  InlineKeyboardMarkup: { inline_keyboard: required('Array of Array of InlineKeyboardButton') },
  InlineKeyboardButton: {
    text: required('String'),
    style: optional('String', { oneOf: ['danger', 'success', 'primary'] }),
    callback_data: optional('String'),
    url: optional('String'),
    copy_text: optional('CopyTextButton'),
  },
  CopyTextButton: { text: required('String', { length: [1, 256] }) },
  ReplyKeyboardMarkup: {
    keyboard: required('Array of Array of KeyboardButton'),
    is_persistent: optional('Boolean'),
    resize_keyboard: optional('Boolean'),
    one_time_keyboard: optional('Boolean'),
    input_field_placeholder: optional('String', { length: [1, 64] }),
    selective: optional('Boolean'),
  },
  KeyboardButton: {
    text: required('String'),
    style: optional('String', { oneOf: ['danger', 'success', 'primary'] }),
    request_contact: optional('Boolean'),
    request_location: optional('Boolean'),
  },
  ReplyKeyboardRemove: { remove_keyboard: required('True'), selective: optional('Boolean') },
  ForceReply: {
    force_reply: required('True'),
    input_field_placeholder: optional('String', { length: [1, 64] }),
    selective: optional('Boolean'),
  },
  LinkPreviewOptions: {
    is_disabled: optional('Boolean'),
    url: optional('String'),
    prefer_small_media: optional('Boolean'),
    prefer_large_media: optional('Boolean'),
    show_above_text: optional('Boolean'),
  },
  ReplyParameters: {
    message_id: required('Integer'),
    chat_id: optional('ChatId'),
    allow_sending_without_reply: optional('Boolean'),
  },
  BotCommand: {
    command: required('String', { length: [1, 32] }),
    description: required('String', { length: [1, 256] }),
  },
  BotCommandScopeDefault: { type: required('String') },
  BotCommandScopeAllPrivateChats: { type: required('String') },
  BotCommandScopeAllGroupChats: { type: required('String') },
  BotCommandScopeAllChatAdministrators: { type: required('String') },
  BotCommandScopeChat: { type: required('String'), chat_id: required('ChatId') },
  MenuButtonCommands: { type: required('String') },
  MenuButtonDefault: { type: required('String') },
};

/** Unions: the field that tells the members apart, and which member each sign of it means. */
export const UNIONS: Record<string, (value: Record<string, unknown>) => string | undefined> = {
  ReplyMarkup: (value) => {
    if ('inline_keyboard' in value) return 'InlineKeyboardMarkup';
    if ('keyboard' in value) return 'ReplyKeyboardMarkup';
    if ('remove_keyboard' in value) return 'ReplyKeyboardRemove';
    return 'force_reply' in value ? 'ForceReply' : undefined;
  },
  BotCommandScope: (value) =>
    ({
      default: 'BotCommandScopeDefault',
      all_private_chats: 'BotCommandScopeAllPrivateChats',
      all_group_chats: 'BotCommandScopeAllGroupChats',
      all_chat_administrators: 'BotCommandScopeAllChatAdministrators',
      chat: 'BotCommandScopeChat',
    })[String(value.type)],
  MenuButton: (value) =>
    ({ commands: 'MenuButtonCommands', default: 'MenuButtonDefault' })[String(value.type)],
};
