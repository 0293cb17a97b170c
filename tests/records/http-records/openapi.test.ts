import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { ROUTES } from '../../../src/records/http-records/routes.ts';
import {
  NOT_FOUND_ANSWER,
  NOT_OFFERED_ANSWER,
} from '../../../src/records/http-records/wire-answers.ts';
import { createKeyedHash } from '../../../src/records/keyed-hash.ts';

interface Schema {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  required?: string[];
  properties?: Record<string, Schema>;
  items?: Schema;
  anyOf?: Schema[];
}
interface Said {
  content: { 'application/json': { schema: Schema; examples: Record<string, { value: unknown }> } };
}
interface Document {
  openapi: string;
  info: { description: string };
  paths: Record<string, Record<string, { responses: Record<string, Said & { $ref?: string }> }>>;
  components: { schemas: Record<string, Schema>; responses: Record<string, Said> };
}

const PATH = join(import.meta.dirname, '../../../docs/records-service.openapi.yaml');
const document: Document = parse(readFileSync(PATH, 'utf8'));
const routes = Object.values(ROUTES);

function said(template: string, status: string): Said {
  const response = document.paths[template]!.get!.responses[status]!;
  const name = response.$ref?.split('/').at(-1);
  return name ? document.components.responses[name]! : response;
}

function examples(template: string, status: string): unknown[] {
  const { examples } = said(template, status).content['application/json'];
  return Object.values(examples).map(({ value }) => value);
}

test('it describes exactly what is asked of the service', () => {
  expect(document.openapi).toBe('3.1.0');
  expect(Object.keys(document.paths)).toEqual(routes.map(({ template }) => template));
  for (const path of Object.values(document.paths)) expect(Object.keys(path)).toEqual(['get']);
});

describe.each(routes)('of $template', ({ template, answer }) => {
  test('every example is an answer that the bot can read', () => {
    const given = examples(template, '200');
    expect(given.length).toBeGreaterThan(0);
    for (const value of given) expect(() => answer.parse(value)).not.toThrow();
  });

  test('fields and allowed words are those that the bot checks', () => {
    const { schema } = said(template, '200').content['application/json'];
    const checked = z.toJSONSchema(answer, { io: 'input', unrepresentable: 'any' }) as Schema;
    expect(shape(schema)).toEqual(shape(checked));
  });
});

test('"not on record" and "not offered" are the bodies that the bot knows', () => {
  for (const { template } of routes) {
    const { responses } = document.paths[template]!.get!;
    if (responses['404']) NOT_FOUND_ANSWER.parse(examples(template, '404')[0]);
    if (responses['501']) NOT_OFFERED_ANSWER.parse(examples(template, '501')[0]);
  }
  expect(Object.keys(document.paths['/changes']!.get!.responses)).toContain('501');
});

test('the hash it gives to try one’s own against is true', () => {
  const hash = createKeyedHash('0'.repeat(64))('mobile', '09120000000');
  expect(document.info.description).toContain(`\`${hash}\``);
});

/** Names of fields and words of enumerations; what a text must look like inside is left to the examples. */
function shape(given: Schema): unknown {
  const schema = resolve(given);
  if (schema.properties) {
    const fields = Object.entries(schema.properties).map(([name, field]) => [name, shape(field)]);
    return { fields: Object.fromEntries(fields) };
  }
  if (schema.items) return [shape(schema.items)];
  return schema.enum ? schema.enum.filter((word) => word !== null).toSorted() : 'value';
}

function resolve(schema: Schema): Schema {
  if (schema.$ref) return resolve(document.components.schemas[schema.$ref.split('/').at(-1)!]!);
  const variant = schema.anyOf?.find(({ type }) => type !== 'null');
  return variant ? resolve(variant) : schema;
}

test('every field it names is required', () => {
  for (const { properties, required } of Object.values(document.components.schemas)) {
    if (properties) expect(required).toEqual(Object.keys(properties));
  }
});
