import { look } from '../../identity/look.ts';
import type { Exchange } from '../exchange.ts';
import type { GeneralHandler } from '../intents/handler.ts';
import type { BookingForm } from '../state.ts';
import type { Wish } from '../wish.ts';
import { advance } from './advance.ts';
import { newForm, release } from './form.ts';

/** A wish for a visit begins a form, or tells an unfinished one more. */
export const bookInspectionIntent: GeneralHandler = {
  needs: 'nothing',
  async answer(exchange, wish) {
    const form = formFor(exchange);
    exchange.state.form = form;
    delete exchange.state.pending;
    await fill(exchange, form, wish);
    return advance(exchange, form);
  },
};

/** The unfinished one, unless that is about moving another visit. */
function formFor(exchange: Exchange): BookingForm {
  const { form } = exchange.state;
  if (form && !form.moving) return form;
  if (form) release(exchange, form);
  return newForm(exchange);
}

/** Takes over what was told, so that nothing is asked that is known. */
async function fill(exchange: Exchange, form: BookingForm, wish: Wish): Promise<void> {
  if (wish.service) form.service = wish.service;
  if (wish.noRecord) form.noRecord = true;
  if (wish.wanted) form.wanted = { ...form.wanted, ...wish.wanted };
  if (wish.code) await useProperty(exchange, form, wish.code);
}

/** A property is tied to the visit only when its file may be shown; otherwise its address is asked. */
export async function useProperty(
  exchange: Exchange,
  form: BookingForm,
  code: string,
): Promise<void> {
  const standing = await exchange.standing();
  const seen = await look(exchange.deps.records, standing, { code }, exchange.today);
  if (seen.kind === 'not-shown') {
    form.noRecord = true;
    return;
  }
  form.code = seen.file.code;
  form.address = seen.file.address;
  form.district = seen.file.district;
}
