import { useState } from 'preact/hooks';
import { Dialog } from './dialog.js';
import { coordinatesLabel, nameOf, persianDigits } from './formats.js';
import { html } from './html.js';
import { say } from './words.js';

/** What is asked before something is sent; `onAnswer` gets the act. */
export function Question(/** @type {any} */ { kind, ...props }) {
  const QUESTIONS = {
    contact: OwnContact,
    location: Place,
    'other-contact': OtherContact,
    forward: Forward,
    'forward-contact': ForwardContact,
  };
  const Asked = QUESTIONS[/** @type {keyof typeof QUESTIONS} */ (kind)];
  return html`<${Asked} ...${props} />`;
}

function OwnContact(/** @type {any} */ { citizen, onAnswer, onClose }) {
  const phone = persianDigits(citizen.mobile);
  const share = () => onAnswer({ kind: 'contact', of: 'own' });
  return html`
    <${Dialog} title=${say('share-contact-title')} ok=${say('share')} canCancel onOk=${share} onClose=${onClose}>
      <p>${say('share-contact-text', { phone: `\u2066${phone}\u2069` })}</p>
    </${Dialog}>
  `;
}

function Place(/** @type {any} */ { places, onAnswer, onClose }) {
  const [chosen, setChosen] = useState(places.length > 0 ? '0' : 'other');
  const share = (/** @type {FormData} */ form) => {
    const place = places[Number(chosen)] ?? {
      latitude: Number(form.get('latitude')),
      longitude: Number(form.get('longitude')),
    };
    onAnswer({ kind: 'location', latitude: place.latitude, longitude: place.longitude });
  };
  const choices = [...places.keys()].map(String);
  return html`
    <${Dialog} title=${say('share-location-title')} ok=${say('share')} canCancel onOk=${share} onClose=${onClose}>
      <div class="choices">
        ${choices.map((value) => {
          const { name, latitude, longitude } = places[Number(value)];
          return html`<${Choice} value=${value} chosen=${chosen} onChoose=${setChosen} testid=${`place-${value}`}>
            ${name}<small>${coordinatesLabel(latitude, longitude)}</small>
          </${Choice}>`;
        })}
        ${places.length > 0 && html`<${Choice} value="other" chosen=${chosen} onChoose=${setChosen} testid="place-other">${say('other-place')}</${Choice}>`}
      </div>
      ${
        chosen === 'other' &&
        html`<div class="fields">
          <${Field} name="latitude" type="number" value=${places[0]?.latitude ?? 35.7} min="-90" max="90" />
          <${Field} name="longitude" type="number" value=${places[0]?.longitude ?? 51.4} min="-180" max="180" />
        </div>`
      }
    </${Dialog}>
  `;
}

function OtherContact(/** @type {any} */ { others, onAnswer, onClose }) {
  const [chosen, setChosen] = useState(String(others[0]?.id ?? 'typed'));
  const share = (/** @type {FormData} */ form) => {
    const typed = { phone: String(form.get('phone')), firstName: String(form.get('name')) };
    onAnswer({ kind: 'contact', of: chosen === 'typed' ? typed : { citizen: Number(chosen) } });
  };
  return html`
    <${Dialog} title=${say('whose-contact')} ok=${say('share')} canCancel onOk=${share} onClose=${onClose}>
      <div class="choices">
        <${People} people=${others} chosen=${chosen} onChoose=${setChosen} />
        <${Choice} value="typed" chosen=${chosen} onChoose=${setChosen}>${say('typed-contact')}</${Choice}>
      </div>
      ${
        chosen === 'typed' &&
        html`<div class="fields">
          <${Field} name="name" label="contact-name" />
          <${Field} name="phone" label="contact-phone" dir="ltr" />
        </div>`
      }
    </${Dialog}>
  `;
}

function Forward(/** @type {any} */ { others, onAnswer, onClose }) {
  const [chosen, setChosen] = useState('hidden');
  const share = (/** @type {FormData} */ form) =>
    onAnswer({ kind: 'forward', from: originOf(chosen), text: String(form.get('text')) });
  return html`
    <${Dialog} title=${say('forward-title')} ok=${say('share')} canCancel onOk=${share} onClose=${onClose}>
      <div class="fields"><${Field} name="text" label="forward-text" /></div>
      <p class="muted">${say('forward-of')}</p>
      <div class="choices">
        <${Choice} value="hidden" chosen=${chosen} onChoose=${setChosen}>${say('hidden-sender')}</${Choice}>
        <${People} people=${others} chosen=${chosen} onChoose=${setChosen} />
      </div>
    </${Dialog}>
  `;
}

/** Somebody's card, passed on by somebody else: even the citizen's own card then proves nothing. */
function ForwardContact(/** @type {any} */ { citizen, others, onAnswer, onClose }) {
  const [chosen, setChosen] = useState(String(citizen.id));
  const share = () => {
    const id = Number(chosen);
    const from = id === citizen.id ? { hidden: say('hidden-sender') } : { citizen: id };
    onAnswer({ kind: 'forward-contact', from, of: id === citizen.id ? 'own' : { citizen: id } });
  };
  return html`
    <${Dialog} title=${say('whose-contact')} ok=${say('share')} canCancel onOk=${share} onClose=${onClose}>
      <div class="choices">
        <${People} people=${[citizen, ...others]} chosen=${chosen} onChoose=${setChosen} />
      </div>
    </${Dialog}>
  `;
}

function originOf(/** @type {string} */ chosen) {
  return chosen === 'hidden' ? { hidden: say('hidden-sender') } : { citizen: Number(chosen) };
}

function People(/** @type {any} */ { people, chosen, onChoose }) {
  return people.map(
    (/** @type {any} */ person) => html`
      <${Choice} value=${String(person.id)} chosen=${chosen} onChoose=${onChoose}>
        ${nameOf(person)}<small><bdi dir="ltr">${persianDigits(person.mobile)}</bdi></small>
      </${Choice}>
    `,
  );
}

function Choice(/** @type {any} */ { value, chosen, onChoose, testid, children }) {
  return html`
    <label class="choice" data-testid=${testid}>
      <input type="radio" name="choice" value=${value} checked=${value === chosen} onChange=${() => onChoose(value)} />
      <span>${children}</span>
    </label>
  `;
}

function Field(/** @type {any} */ { name, label = name, type = 'text', ...rest }) {
  return html`
    <label class="field">
      <span>${say(label)}</span>
      <input name=${name} type=${type} step="any" required ...${rest} />
    </label>
  `;
}
