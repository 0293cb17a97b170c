import { say } from './words.js';

const timeZone = 'Asia/Tehran';
const clock = new Intl.DateTimeFormat('fa-IR', {
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZone,
});
const calendar = new Intl.DateTimeFormat('fa-IR-u-ca-persian', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone,
});
const numbers = new Intl.NumberFormat('fa-IR', { maximumFractionDigits: 1 });

/** @param {string | number} text */
export function persianDigits(text) {
  return String(text).replace(/\d/g, (digit) => String.fromCharCode(0x06f0 + Number(digit)));
}

/** @param {number} seconds Unix time, as the Bot API writes it */
export function timeOf(seconds) {
  return clock.format(seconds * 1000);
}

/**
 * Weekday, day, month and year of the Jalali calendar. Built from parts, because the ready-made
 * order of the fa-IR format is not how anybody writes it.
 *
 * @param {number} seconds
 */
export function dayOf(seconds) {
  const known = days.get(seconds);
  if (known !== undefined) return known;
  const parts = calendar.formatToParts(seconds * 1000);
  const part = (/** @type {string} */ type) => parts.find((one) => one.type === type)?.value ?? '';
  const day = ['weekday', 'day', 'month', 'year'].map(part).join(' ');
  days.set(seconds, day);
  return day;
}

/** @type {Map<number, string>} formatting is slow, and every drawing of a chat asks for all its days */
const days = new Map();

/** @param {number} seconds */
export function dayLabel(seconds) {
  const day = dayOf(seconds);
  return day === dayOf(Math.floor(Date.now() / 60_000) * 60) ? say('today', { day }) : day;
}

/** @param {number} bytes */
export function sizeLabel(bytes) {
  if (bytes < 1024) return say('bytes', { size: numbers.format(bytes) });
  if (bytes < 1024 ** 2) return say('kilobytes', { size: numbers.format(bytes / 1024) });
  return say('megabytes', { size: numbers.format(bytes / 1024 ** 2) });
}

/** @param {number} latitude @param {number} longitude */
export function coordinatesLabel(latitude, longitude) {
  return persianDigits(`${latitude.toFixed(4)}، ${longitude.toFixed(4)}`.replaceAll('.', '٫'));
}

/** @param {{ firstName: string, lastName?: string }} person */
export function nameOf({ firstName, lastName }) {
  return lastName ? `${firstName} ${lastName}` : firstName;
}

/** @param {{ first_name: string, last_name?: string }} person as the Bot API writes it */
export function telegramNameOf(person) {
  return nameOf({ firstName: person.first_name, lastName: person.last_name });
}
