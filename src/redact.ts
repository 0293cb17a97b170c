/** Latin, Persian and Arabic digits. */
const DIGIT = '[0-9\\u06f0-\\u06f9\\u0660-\\u0669]';
/** What people write between the digits of a number: spaces, half-spaces, marks of direction, dashes, dots. */
const GAP = '[\\s\\u200b-\\u200f\\u2066-\\u2069\\u2010-\\u2015()._/-]{0,3}';

/** National ids, mobiles, cards, bill ids, renovation codes: ten digits or more, however they are spaced. */
const LONG_NUMBER = new RegExp(`\\+?${DIGIT}(?:${GAP}${DIGIT}){9,}`, 'g');
const BOT_TOKEN = /\d{5,}:[\w-]{20,}/g;
/** Databases and parsers quote the value that displeased them; names of columns and methods may stay. */
const QUOTED = /"([^"]*)"/g;
const NAME = /^[A-Za-z_][\w.-]*$/;
/** Our own words in the log are English, so Persian there is a citizen's or a record's. */
const PERSIAN =
  /[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc][\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc\u200b-\u200f\s]*/g;

/** Objects of the messenger or of a conversation, whoever nested them where. */
const WITHHELD = new Set([
  ...['token', 'ctx', 'update', 'payload', 'message', 'callback_query', 'contact', 'location'],
  ...['from', 'chat', 'user', 'text', 'caption', 'data', 'vcard', 'phone', 'phone_number'],
  ...['first_name', 'last_name', 'username', 'address'],
  ...['state', 'session', 'sessions', 'turn', 'input', 'replies'],
]);

const EPOCH_MILLISECONDS = /^1[5-9]\d{11}$/;

/** A log line without secrets and personal data, whatever was put into it. Takes and gives JSON. */
export function redactLine(line: string, secrets: readonly string[]): string {
  try {
    return `${JSON.stringify(redact(JSON.parse(line), '', secrets))}\n`;
  } catch {
    return `${JSON.stringify({ level: 'error', msg: 'a log line that was not JSON is withheld' })}\n`;
  }
}

/** Free text without secrets and personal data. */
export function redactText(text: string, secrets: readonly string[] = []): string {
  let clean = text;
  for (const secret of secrets) clean = clean.replaceAll(secret, '[secret]');
  return clean
    .replace(BOT_TOKEN, '[token]')
    .replace(LONG_NUMBER, '[number]')
    .replace(QUOTED, (quoted, inside: string) => (NAME.test(inside) ? quoted : '"[value]"'))
    .replace(PERSIAN, '[persian]');
}

function redact(value: unknown, key: string, secrets: readonly string[]): unknown {
  if (typeof value === 'string') {
    // The text of an error goes by the name of the messenger's object.
    return WITHHELD.has(key) && key !== 'message' ? '[withheld]' : redactText(value, secrets);
  }
  if (typeof value === 'number') return isHarmless(value, key) ? value : '[number]';
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => redact(item, key, secrets));
  if (WITHHELD.has(key) && !isUpdateSummary(value)) return '[withheld]';
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      redactText(name, secrets),
      redact(inner, name, secrets),
    ]),
  );
}

function isHarmless(value: number, key: string): boolean {
  if (WITHHELD.has(key)) return false;
  if (key === 'update_id' || key === 'supergroup') return true;
  return Math.abs(value) < 1e9 || EPOCH_MILLISECONDS.test(String(value));
}

/** What the logger's own serializer makes of an update. */
function isUpdateSummary(value: object): boolean {
  return Object.keys(value).every((key) => key === 'update_id' || key === 'kind');
}
