/** The objects of Telegram's Bot API that the playground emits; field names are Telegram's. */
export interface User {
  id: number;
  is_bot: boolean;
  first_name: string;
  last_name?: string;
  username?: string;
  language_code?: string;
}

export interface PrivateChat {
  id: number;
  type: 'private';
  first_name: string;
  last_name?: string;
}

export interface Entity {
  type: string;
  /** In UTF-16 code units, as everywhere in the Bot API. */
  offset: number;
  length: number;
  url?: string;
  language?: string;
  custom_emoji_id?: string;
}

export interface InlineButton {
  text: string;
  callback_data?: string;
  url?: string;
  copy_text?: { text: string };
  style?: string;
}

export interface InlineKeyboard {
  inline_keyboard: InlineButton[][];
}

export interface ReplyButton {
  text: string;
  request_contact?: boolean;
  request_location?: boolean;
}

export interface ReplyKeyboard {
  keyboard: ReplyButton[][];
  is_persistent?: boolean;
  resize_keyboard?: boolean;
  one_time_keyboard?: boolean;
  input_field_placeholder?: string;
}

export interface ForceReply {
  force_reply: true;
  input_field_placeholder?: string;
}

export type ReplyMarkup = InlineKeyboard | ReplyKeyboard | ForceReply | { remove_keyboard: true };

export interface Location {
  latitude: number;
  longitude: number;
}

export interface Contact {
  phone_number: string;
  first_name: string;
  last_name?: string;
  user_id?: number;
}

export interface FileFacts {
  file_id: string;
  file_unique_id: string;
  file_size: number;
}

export type ForwardOrigin =
  | { type: 'user'; date: number; sender_user: User }
  | { type: 'hidden_user'; date: number; sender_user_name: string };

/** What a message carries besides its sender and date. */
export interface Content {
  text?: string;
  entities?: Entity[];
  caption?: string;
  caption_entities?: Entity[];
  contact?: Contact;
  location?: Location;
  venue?: { location: Location; title: string; address: string };
  photo?: (FileFacts & { width: number; height: number })[];
  document?: FileFacts & { file_name?: string; mime_type?: string };
  voice?: FileFacts & { duration: number; mime_type: string };
  sticker?: FileFacts & {
    type: 'regular';
    width: number;
    height: number;
    is_animated: boolean;
    is_video: boolean;
    emoji: string;
  };
  forward_origin?: ForwardOrigin;
  reply_to_message?: Message;
}

export interface Message extends Content {
  message_id: number;
  from: User;
  chat: PrivateChat;
  date: number;
  edit_date?: number;
  reply_markup?: InlineKeyboard;
}

export interface CallbackQuery {
  id: string;
  from: User;
  message: Message;
  chat_instance: string;
  data: string;
}

export interface Update {
  update_id: number;
  message?: Message;
  edited_message?: Message;
  callback_query?: CallbackQuery;
  my_chat_member?: object;
}

export interface BotCommand {
  command: string;
  description: string;
}
