import { checkPlain } from '../bot-api/check-text.ts';
import { optional, required } from '../bot-api/fields.ts';
import { badRequest } from '../bot-api/refusal.ts';
import { method } from './method.ts';

interface AnswerCallbackQuery {
  callback_query_id: string;
  text?: string;
  show_alert?: boolean;
}

export const answerCallbackQuery = method<AnswerCallbackQuery>(
  {
    callback_query_id: required('String'),
    text: optional('String', { length: [0, 200] }),
    show_alert: optional('Boolean'),
    cache_time: optional('Integer', { range: [0, 86_400] }),
  },
  (world, { callback_query_id: queryId, text = '', show_alert: alert = false }) => {
    checkPlain(text, 'text');
    const press = world.presses.answer(queryId);
    if (!press) {
      throw badRequest(
        'query is too old and response timeout expired or query ID is invalid (or it was answered already)',
      );
    }
    world.events.emit({ type: 'answered', chatId: press.chatId, queryId, text, alert });
    return true;
  },
);
