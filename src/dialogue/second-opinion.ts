import type { Intent } from '../language/vocabulary.ts';
import type { ModelReading } from '../understanding/model.ts';
import type { Understanding } from '../understanding/understanding.ts';
import type { Doubt } from './doubt.ts';
import type { Exchange } from './exchange.ts';

/**
 * What a model may have answered at once: it tells, and neither changes anything nor speaks of money or of the
 * law. All else is asked first (docs/decisions/0013-a-model-as-a-last-resort.md).
 */
const TOLD_AT_ONCE: ReadonlySet<Intent> = new Set([
  'requirements',
  'offices',
  'find-code',
  'my-inspections',
  'request-status',
  'help',
  'greeting',
  'thanks',
]);
/** Surely nobody's wish: chatter costs nothing. */
const SURELY_NONE = 0.9;
/** More words than these are a story, in which the wish is easily lost. */
const LONG = 25;

export function mayBeTold({ intent }: ModelReading): boolean {
  return TOLD_AT_ONCE.has(intent);
}

/** Whether a model might see more in a message than the classifier, which would decline it or lose its way. */
export function deservesSecondOpinion(understood: Understanding): boolean {
  const { decision, intent, confidence, authority, text } = understood;
  const declines = decision === 'none' || intent === 'none';
  if (declines && !authority) return intent !== 'none' || confidence < SURELY_NONE;
  return decision === 'ask' && text.split(/\s+/).length > LONG;
}

/** A model's reading of the masked message, where one is set and has anything to say; asked once a message. */
export async function secondOpinion(
  { deps, citizenId, now }: Exchange,
  doubt: Doubt,
): Promise<ModelReading | null> {
  if (!deps.lastResort || doubt.modelAsked) return null;
  doubt.modelAsked = true;
  const { said: text, telling } = doubt;
  const reading = await deps.lastResort.read({ text, telling }, { citizenId, now });
  return reading?.intent === 'none' ? null : reading;
}
