import type { z } from 'zod';
import {
  BILL_ANSWER,
  CHANGES_ANSWER,
  CITY_ANSWER,
  PEOPLE_ANSWER,
  PROPERTY_ANSWER,
  REQUEST_ANSWER,
} from './wire-answers.ts';

/** One thing that can be asked of the service. `template` is what logs and errors may say of it. */
export interface Route<Schema extends z.ZodType = z.ZodType> {
  template: string;
  answer: Schema;
}

/** All that is ever asked; every one of them is a GET, so asking twice does no harm. */
export const ROUTES = {
  people: route('/people/{mobileHash}', PEOPLE_ANSWER),
  property: route('/properties/{code}', PROPERTY_ANSWER),
  request: route('/requests/{requestNo}', REQUEST_ANSWER),
  bill: route('/bills/{billId}/{paymentId}', BILL_ANSWER),
  city: route('/city', CITY_ANSWER),
  changes: route('/changes', CHANGES_ANSWER),
};

function route<Schema extends z.ZodType>(template: string, answer: Schema): Route<Schema> {
  return { template, answer };
}

/** The path of a question, its values in the order of the template and safe within an address. */
export function pathOf({ template }: Route, values: readonly string[]): string {
  const rest = [...values];
  return template.replaceAll(/\{\w+\}/g, () => encodeURIComponent(rest.shift() ?? ''));
}
