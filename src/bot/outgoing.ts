import type { InlineKeyboardMarkup, ReplyKeyboardMarkup, ReplyKeyboardRemove } from 'grammy/types';
import type { PhotoAsset } from '../dialogue/turn.ts';

/** One call that brings one message to a chat, as it lies in the outbox. The chat is named beside it. */
export type Outgoing = (
  | { method: 'sendMessage'; payload: TextPayload }
  | { method: 'sendVenue'; payload: VenuePayload }
  | { method: 'sendPhoto'; payload: PhotoPayload }
) & {
  /** Another chat than the one that is answered. */
  to?: number;
};

export interface TextPayload {
  text: string;
  parse_mode: 'HTML';
  link_preview_options: { is_disabled: true };
  /** A topic of a forum group. */
  message_thread_id?: number;
  reply_markup?: InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove;
}

/** The picture is named here and read from its file when it is sent. */
export interface PhotoPayload {
  asset: PhotoAsset;
  caption?: string;
  parse_mode: 'HTML';
  reply_markup?: NonNullable<TextPayload['reply_markup']>;
}

export interface VenuePayload {
  latitude: number;
  longitude: number;
  title: string;
  address: string;
}
