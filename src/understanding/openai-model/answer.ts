import { z } from 'zod';
import { ACCOUNTS, INTENTS, SERVICES } from '../../language/vocabulary.ts';
import type { ModelReading } from '../model.ts';

/** As servers are asked to answer. */
export const ANSWER_SCHEMA = z.object({
  intent: z.enum(INTENTS),
  service: z.enum(SERVICES).nullable(),
  account: z.enum(ACCOUNTS).nullable(),
});
/** As they do where nobody holds them to it. */
const LOOSE = ANSWER_SCHEMA.extend({
  service: z.enum(SERVICES).nullish(),
  account: z.enum(ACCOUNTS).nullish(),
});
const FENCE = /^\s*```(?:json)?\s*([\s\S]*?)\s*```\s*$/;

/** Our labels out of what a model wrote; null for anything else, however close it comes. */
export function readingOf(content: string): ModelReading | null {
  const { success, data } = LOOSE.safeParse(parsed(FENCE.exec(content)?.[1] ?? content));
  if (!success) return null;
  const { intent, service, account } = data;
  return { intent, ...(service && { service }), ...(account && { account }) };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
