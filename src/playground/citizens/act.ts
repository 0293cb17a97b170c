import { z } from 'zod';

const latitude = z.number().min(-90).max(90);
const longitude = z.number().min(-180).max(180);
const messageId = z.int();
const text = z.string().min(1).max(4096);

/** Whose contact is sent: the sender's, another demo citizen's, or one typed in by hand. */
const contactOf = z.union([
  z.literal('own'),
  z.strictObject({ citizen: z.int() }),
  z.strictObject({ phone: z.string().min(1).max(32), firstName: z.string().min(1).max(64) }),
]);

/** Where a forwarded message comes from: a demo citizen, or somebody who hides their account. */
const origin = z.union([
  z.strictObject({ citizen: z.int() }),
  z.strictObject({ hidden: z.string().min(1).max(64) }),
]);

const base64 = z.base64().max(14_000_000);

/** What a citizen can do in the messenger. */
export const actSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), text, replyTo: messageId.optional() }),
  z.strictObject({
    kind: z.literal('press'),
    messageId,
    data: z.string().min(1).max(64),
    /** Data that the message's buttons don't have: what a tampered messenger may send. */
    forged: z.boolean().optional(),
  }),
  z.strictObject({ kind: z.literal('contact'), of: contactOf }),
  z.strictObject({ kind: z.literal('location'), latitude, longitude }),
  z.strictObject({ kind: z.literal('edit'), messageId, text }),
  z.strictObject({
    kind: z.enum(['photo', 'document']),
    name: z.string().min(1).max(200),
    mimeType: z.string().max(200),
    base64,
    caption: z.string().max(1024).optional(),
  }),
  z.strictObject({
    kind: z.literal('voice'),
    seconds: z.int().min(1).max(3600),
    mimeType: z.string().max(200).optional(),
    base64: base64.optional(),
  }),
  z.strictObject({ kind: z.literal('sticker') }),
  z.strictObject({ kind: z.literal('forward'), from: origin, text }),
  z.strictObject({ kind: z.literal('forward-contact'), from: origin, of: contactOf }),
  z.strictObject({ kind: z.literal('block') }),
  z.strictObject({ kind: z.literal('unblock') }),
]);

export type Act = z.infer<typeof actSchema>;
export type ContactOf = z.infer<typeof contactOf>;
export type Origin = z.infer<typeof origin>;

export type ActResult =
  | { kind: 'sent'; messageId: number }
  | { kind: 'pressed'; queryId: string }
  | { kind: 'done' }
  /** The messenger itself would not let the citizen do this. */
  | { kind: 'impossible'; reason: string };
