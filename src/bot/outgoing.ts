import type { InlineKeyboardMarkup, ReplyKeyboardMarkup, ReplyKeyboardRemove } from 'grammy/types';

/** One call that brings one message to a chat, as it lies in the outbox. The chat is named beside it. */
export type Outgoing =
  | { method: 'sendMessage'; payload: TextPayload }
  | { method: 'sendVenue'; payload: VenuePayload };

export interface TextPayload {
  text: string;
  parse_mode: 'HTML';
  link_preview_options: { is_disabled: true };
  reply_markup?: InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove;
}

export interface VenuePayload {
  latitude: number;
  longitude: number;
  title: string;
  address: string;
}
