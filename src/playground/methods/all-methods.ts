import { answerCallbackQuery } from './answer-callback-query.ts';
import { deleteMyCommands, getMyCommands, setMyCommands } from './commands.ts';
import { deleteMessage, editMessageReplyMarkup, editMessageText } from './edit-message.ts';
import type { Method } from './method.ts';
import {
  getChatMenuButton,
  getMe,
  getMyDescription,
  getMyName,
  getMyShortDescription,
  setChatMenuButton,
  setMyDescription,
  setMyName,
  setMyShortDescription,
} from './profile.ts';
import { sendChatAction } from './send-chat-action.ts';
import { getFile, sendDocument, sendPhoto } from './send-file.ts';
import { sendMessage } from './send-message.ts';
import { sendLocation, sendVenue } from './send-place.ts';
import { deleteWebhook, getUpdates, getWebhookInfo, setWebhook } from './updates.ts';

/** The methods the playground offers; any other is not found. */
export const METHODS: Record<string, Method> = {
  answerCallbackQuery,
  deleteMessage,
  deleteMyCommands,
  deleteWebhook,
  editMessageReplyMarkup,
  editMessageText,
  getChatMenuButton,
  getFile,
  getMe,
  getMyCommands,
  getMyDescription,
  getMyName,
  getMyShortDescription,
  getUpdates,
  getWebhookInfo,
  sendChatAction,
  sendDocument,
  sendLocation,
  sendMessage,
  sendPhoto,
  sendVenue,
  setChatMenuButton,
  setMyCommands,
  setMyDescription,
  setMyName,
  setMyShortDescription,
  setWebhook,
};
