import { look } from '../../../identity/look.ts';
import type { Exchange } from '../../exchange.ts';
import { requestTalkedAbout } from '../../shown-request.ts';
import type { ComplaintForm } from './complaint-form.ts';

/** Only the citizen's own request goes with the complaint; of another's nothing is told, not even that it is. */
export async function useRequest(
  exchange: Exchange,
  form: ComplaintForm,
  requestNo: string,
): Promise<void> {
  const standing = await exchange.standing();
  const seen = await look(exchange.deps.records, standing, { requestNo }, exchange.today);
  if (seen.kind === 'not-shown') return;
  form.requestNo = requestNo;
  form.about ??= 'delay';
  form.district ??= seen.file.district;
}

/** A delay is that of the request whose state was just told, unless another one is named. */
export async function useShownRequest(exchange: Exchange, form: ComplaintForm): Promise<void> {
  if (form.about !== 'delay' || form.text !== null || form.requestNo !== null) return;
  const shown = requestTalkedAbout(exchange);
  if (shown) await useRequest(exchange, form, shown);
}
