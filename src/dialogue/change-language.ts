import { say } from '../wording/sentence.ts';
import { answerWish } from './answer-wish.ts';
import { advance } from './booking/advance.ts';
import { menu } from './buttons.ts';
import type { Exchange } from './exchange.ts';
import { resumeForm } from './forms/forms.ts';
import type { Reply } from './turn.ts';

/** What was being asked is asked again, so that neither it nor its keyboard stays in the language before. */
export async function changeLanguage(exchange: Exchange, locale: 'fa' | 'en'): Promise<Reply[]> {
  exchange.state.locale = locale;
  const lines = [say('language-set')];
  const asked = await askAgain(exchange);
  return asked ? [{ lines }, ...asked] : [{ lines, buttons: menu() }];
}

/** The newest open question; null when there is none. */
async function askAgain(exchange: Exchange): Promise<Reply[] | null> {
  const { pending, smallForm, form } = exchange.state;
  if (pending) return answerWish(exchange, pending);
  if (smallForm) return resumeForm(exchange);
  return form ? advance(exchange, form) : null;
}
