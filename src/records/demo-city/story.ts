import { z } from 'zod';

const cell = z.union([z.string(), z.number()]);
const row = z.record(z.string(), cell);

const bill = z.strictObject({
  /** Up to eight digits; made of the property's place in the list where it does not matter. */
  file: z.int().optional(),
  account: z.string(),
  amount_rials: z.int(),
  /** Jalali year and number of the bill within it: both are in the payment id. */
  year: z.int(),
  period: z.int(),
  issued_on: z.string(),
  pay_by: z.string(),
  status: z.enum(['issued', 'paid', 'void']),
  paid_at: z.string().optional(),
});
export type StoryBill = z.infer<typeof bill>;

const request = z
  .object({ request_no: cell, applicant: z.string(), steps: z.array(row) })
  .catchall(cell);

const property = z
  .object({
    nosazi_code: z.string(),
    address: z.string(),
    ownership: z.array(z.object({ person: z.string(), role: z.string() }).catchall(cell)),
    charges: z.array(row).default([]),
    bills: z.array(bill).default([]),
    requests: z.array(request).default([]),
    certificates: z.array(row).default([]),
    violations: z.array(row).default([]),
    holds: z.array(row).default([]),
  })
  .catchall(cell);
export type StoryProperty = z.infer<typeof property>;

/** `city/demo/stories.yaml`: the hand-picked situations of the playground's citizens. */
export const storiesFile = z.strictObject({
  people: z.record(
    z.string(),
    z.strictObject({ name: z.string(), mobile: z.string().optional(), serial: z.int() }),
  ),
  properties: z.array(property),
});
export type Stories = z.infer<typeof storiesFile>;
