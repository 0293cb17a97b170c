import { required } from '../bot-api/fields.ts';
import { method } from './method.ts';

const ACTIONS = [
  'typing',
  'upload_photo',
  'record_video',
  'upload_video',
  'record_voice',
  'upload_voice',
  'upload_document',
  'choose_sticker',
  'find_location',
  'record_video_note',
  'upload_video_note',
];

export const sendChatAction = method<{ chat_id: number | string; action: string }>(
  { chat_id: required('ChatId'), action: required('String', { oneOf: ACTIONS }) },
  (world, { chat_id, action }) => {
    const chat = world.chats.writable(chat_id);
    world.events.emit({ type: 'action', chatId: chat.shape.id, action });
    return true;
  },
);
