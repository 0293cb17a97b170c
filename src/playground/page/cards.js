import { Avatar } from './avatar.js';
import { coordinatesLabel, persianDigits, sizeLabel, telegramNameOf } from './formats.js';
import { html } from './html.js';
import { Icon } from './icons.js';
import { say } from './words.js';

const fileAddress = (/** @type {string} */ id) => `/playground/files/${encodeURIComponent(id)}`;

export function Photo(/** @type {any} */ { photo }) {
  const { file_id, width, height } = photo;
  return html`<img class="photo" src=${fileAddress(file_id)} width=${width} height=${height} alt=${say('photo')} />`;
}

export function DocumentCard(/** @type {any} */ { document }) {
  const name = document.file_name ?? say('document');
  const ending = /\.(\w{1,5})$/.exec(name)?.[1] ?? '';
  return html`
    <a class="file" href=${fileAddress(document.file_id)} download=${name} aria-label=${say('download', { name })}>
      <span class="file-mark"><${Icon} name="document" /><b>${ending}</b></span>
      <span class="file-name"><bdi>${name}</bdi></span>
      <span class="muted">${sizeLabel(document.file_size ?? 0)}</span>
    </a>
  `;
}

const WAVE = [5, 9, 14, 8, 18, 11, 6, 15, 20, 12, 7, 16, 10, 5, 13, 19, 9, 6, 11, 15, 8, 5];

export function Voice(/** @type {any} */ { voice }) {
  return html`
    <div class="voice" role="img" aria-label=${say('voice')}>
      <span class="round"><${Icon} name="play" /></span>
      <svg viewBox="0 0 110 24" class="wave" aria-hidden="true">
        ${WAVE.map((height, index) => html`<rect x=${index * 5} y=${12 - height / 2} width="3" height=${height} rx="1.5" />`)}
      </svg>
      <span class="muted">${say('seconds', { count: persianDigits(voice.duration) })}</span>
    </div>
  `;
}

export function Sticker() {
  return html`
    <svg class="sticker" viewBox="0 0 120 120" role="img" aria-label=${say('sticker')}>
      <circle cx="60" cy="60" r="52" />
      <path d="M42 50v6M78 50v6M38 72c6 12 14 16 22 16s16-4 22-16" />
    </svg>
  `;
}

export function ContactCard(/** @type {any} */ { contact }) {
  const name = telegramNameOf(contact);
  return html`
    <div class="contact">
      <${Avatar} id=${contact.user_id ?? 0} name=${name} />
      <b>${name}</b>
      <span class="muted"><bdi dir="ltr">${persianDigits(contact.phone_number)}</bdi></span>
    </div>
  `;
}

/** A drawn map: the playground asks nobody for tiles. */
export function LocationCard(/** @type {any} */ { location, venue, onCopy }) {
  const { latitude, longitude } = location;
  const label = coordinatesLabel(latitude, longitude);
  return html`
    <button
      class="place"
      title=${say('tap-to-copy')}
      aria-label=${say('map-of', { place: venue?.title ?? label })}
      onClick=${() => onCopy(`${latitude},${longitude}`)}
    >
      <svg class="map" viewBox="0 0 260 120" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
        <rect class="ground" width="260" height="120" />
        <path class="park" d="M22 14h58v34H22z M176 78h64v30h-64z" />
        <path class="street" d="M0 62h260 M96 0v120 M164 0v120 M0 100l96-38 M164 62l96-46" />
        <path class="lane" d="M48 62v58 M130 0v120 M200 62v58 M96 28h68 M96 92h68" />
        <path class="pin" d="M130 66c12-11.500 18-20.500 18-29a18 18 0 0 0-36 0c0 8.500 6 17.500 18 29z" />
        <circle class="pin-eye" cx="130" cy="37" r="6.500" />
      </svg>
      ${venue && html`<b>${venue.title}</b><span>${venue.address}</span>`}
      <span class="muted">${label}</span>
    </button>
  `;
}
