import { propertiesOf } from '../../identity/properties.ts';
import { SERVICES } from '../../language/vocabulary.ts';
import { say } from '../../wording/sentence.ts';
import { button, rows, SERVICE_NAMES } from '../buttons.ts';
import { CANCEL_LABELS } from '../cancel-button.ts';
import type { Exchange } from '../exchange.ts';
import { askContact } from '../proof.ts';
import { shortAddress } from '../property.ts';
import type { BookingForm } from '../state.ts';
import type { Reply } from '../turn.ts';
import { districtOf } from './district.ts';
import { isFilled } from './form.ts';
import { offerTimes } from './offer.ts';
import { refusal } from './refusal.ts';

/** Asks the next thing that is still missing, one at a time, and offers times once nothing is. */
export async function advance(exchange: Exchange, form: BookingForm): Promise<Reply[]> {
  exchange.outcome = 'booking';
  if (form.service === undefined) return [askService(form)];
  if (form.address === null) return [await askProperty(exchange, form)];
  form.district ??= await districtOf(exchange, form);
  if (!isFilled(form)) return [await askDistrict(exchange, form)];
  const { mobile } = await exchange.proofs();
  if (!mobile) return [askContact(exchange, 'booking')];

  return (await refusal(exchange, form)) ?? offerTimes(exchange, form);
}

/** Services a citizen comes for by themselves; the rest hang on a request of another authority. */
const ASKED_SERVICES = SERVICES.filter(
  (service) => service !== 'clearance' && service !== 'inquiry',
);

function askService({ draftId }: BookingForm): Reply {
  const choices = ASKED_SERVICES.map((service) =>
    button(SERVICE_NAMES[service], { kind: 'book-service', draftId, service }),
  );
  const other = button(say('button-no-service'), { kind: 'book-service', draftId, service: null });
  return { lines: [say('booking-service')], buttons: rows([...choices, other]) };
}

async function askProperty(exchange: Exchange, form: BookingForm): Promise<Reply> {
  if (form.location) return { lines: [say('booking-address-of-pin')], keyboard: { kind: 'none' } };
  const own = form.noRecord ? [] : await ownProperties(exchange);
  if (own.length > 0) {
    const { draftId } = form;
    const choices = own.slice(0, 5).map(({ address, code }) =>
      button(say('button-address', { address: shortAddress(address) }), {
        kind: 'book-property',
        draftId,
        code,
      }),
    );
    const other = button(say('button-other-address'), {
      kind: 'book-property',
      draftId,
      code: null,
    });
    return { lines: [say('booking-for-which')], buttons: rows([...choices, other]) };
  }
  return {
    lines: [...(form.noRecord ? [say('booking-no-record')] : []), say('booking-address')],
    keyboard: {
      kind: 'ask-location',
      labels: { send: say('button-send-location'), others: [say(CANCEL_LABELS.booking)] },
    },
  };
}

async function ownProperties(exchange: Exchange) {
  const known = propertiesOf(await exchange.standing(), exchange.today);
  if (known.kind === 'one') return [known.property];
  return known.kind === 'several' ? known.properties : [];
}

async function askDistrict(exchange: Exchange, { draftId }: BookingForm): Promise<Reply> {
  const districts = await exchange.deps.records.districts();
  return {
    lines: [say('booking-district')],
    buttons: rows(
      districts.map(({ district }) =>
        button(say('button-district', { district }), { kind: 'book-district', draftId, district }),
      ),
      3,
    ),
    keyboard: { kind: 'none' },
  };
}
