import type { Field, Fields } from './fields.ts';
import { OBJECTS, UNIONS } from './object-tables.ts';
import { badRequest } from './refusal.ts';

type Values = Record<string, unknown>;

/** Checks names, presence, types and limits of `values` against a table; `where` names the place in refusals. */
export function checkFields(values: Values, fields: Fields, where: string): void {
  for (const name of Object.keys(values)) {
    if (!Object.hasOwn(fields, name)) {
      throw badRequest(`${where} has no "${name}" (or the playground does not offer it)`);
    }
  }
  for (const [name, field] of Object.entries(fields)) {
    const value = values[name];
    if (value !== undefined) checkValue(value, field, `${where}, "${name}"`);
    else if (field.required) throw badRequest(`${where} needs "${name}"`);
  }
}

function checkValue(value: unknown, field: Field, where: string): void {
  if (field.type.startsWith('Array of ')) {
    if (!Array.isArray(value)) throw badRequest(`${where} must be an array`);
    const items = { type: field.type.slice('Array of '.length) };
    value.forEach((item, index) => {
      checkValue(item, items, `${where}[${index}]`);
    });
    return;
  }
  const isPlain = PLAIN[field.type];
  if (!isPlain) {
    checkObject(value, field.type, where);
    return;
  }
  if (!isPlain(value)) throw badRequest(`${where} must be of type ${field.type}`);
  checkLimits(value, field, where);
}

const PLAIN: Record<string, (value: unknown) => boolean> = {
  Integer: Number.isSafeInteger,
  Float: Number.isFinite,
  String: (value) => typeof value === 'string',
  Boolean: (value) => typeof value === 'boolean',
  True: (value) => value === true,
  ChatId: (value) =>
    Number.isSafeInteger(value) || (typeof value === 'string' && /^(-?\d+|@\w+)$/.test(value)),
  InputFile: (value) => value instanceof File || typeof value === 'string',
};

function checkObject(value: unknown, type: string, where: string): void {
  if (type === 'KeyboardButton' && typeof value === 'string') return;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw badRequest(`${where} must be of type ${type}`);
  }
  const member = UNIONS[type] ? UNIONS[type](value as Values) : type;
  const fields = member === undefined ? undefined : OBJECTS[member];
  if (!fields) throw badRequest(`${where} is none of the kinds of ${type}`);
  checkFields(value as Values, fields, where);
}

function checkLimits(value: unknown, { length, range, oneOf }: Field, where: string): void {
  if (length) {
    const characters = [...String(value)].length;
    if (characters < length[0] || characters > length[1]) {
      throw badRequest(`${where} must be ${length[0]} to ${length[1]} characters long`);
    }
  }
  if (range && (Number(value) < range[0] || Number(value) > range[1])) {
    throw badRequest(`${where} must be between ${range[0]} and ${range[1]}`);
  }
  if (oneOf && !oneOf.includes(String(value))) {
    throw badRequest(`${where} must be one of ${oneOf.join(', ')}`);
  }
}
