import { UpstreamError } from '../errors.ts';
import { say } from '../wording/sentence.ts';
import { button, menu } from './buttons.ts';
import type { Exchange } from './exchange.ts';
import { parkForm } from './forms/forms.ts';
import { withParked } from './parked.ts';
import type { Input, Reply, Step } from './turn.ts';

/** A message that waits for the sources with the conversation as it stood before; then it is taken as it came. */
export interface KeptStep {
  id: string;
  step: Step;
}

/** Whose numbers these are can be told by them: they are asked for again rather than kept readable. */
const OF_A_PERSON: ReadonlySet<string> = new Set(['national-id', 'mobile']);

/** The part of a message that can be taken later. Null: nothing of it may or need be kept. */
export function stepOf({ deps, now, state }: Exchange, input: Input): Step | null {
  switch (input.kind) {
    case 'press':
    case 'location':
      return input;
    case 'photo':
      return namesPerson(input.caption ?? '') ? null : input;
    case 'text':
    case 'edited':
      if (state.expecting === 'national-id' || namesPerson(input.text)) return null;
      return { kind: 'text', text: input.text };
    default:
      return null;
  }
  function namesPerson(text: string): boolean {
    const { entities } = deps.understander.understand(text, { now });
    return entities.some(({ type }) => OF_A_PERSON.has(type));
  }
}

/** The sources are down: the message is kept, on a state that this message has not changed yet. */
export function keepStep(exchange: Exchange, step: Step): Reply {
  const { state, deps, effects } = exchange;
  const { keptStep: earlier } = state;
  const isAgain = earlier !== undefined && isSameStep(earlier.step, step);
  const id = isAgain ? earlier.id : Buffer.from(deps.randomBytes(4)).toString('hex');
  const instead = state.kept !== undefined || (earlier !== undefined && !isAgain);
  // There is room for one of a citizen: what has waited so far gives way.
  delete state.kept;
  state.keptStep = { id, step };
  exchange.outcome = 'upstream-down';
  effects.push({ kind: 'keep-step', id, step });
  return {
    lines: [say(instead ? 'step-kept-instead' : 'step-kept')],
    buttons: [[button(say('button-drop-question'), { kind: 'drop-question', id })]],
  };
}

/** What comes after a waiting message counts in its place: both would answer the same question. */
export function withStepDropped(exchange: Exchange, input: Input): (replies: Reply[]) => Reply[] {
  const { state, effects } = exchange;
  const { keptStep } = state;
  const isItself = input.kind === 'resume' || input.kind === 'resume-step';
  const isDropping = input.kind === 'press' && input.action.startsWith('dq:');
  if (!keptStep || isItself || isDropping) return (replies) => replies;
  delete state.keptStep;
  effects.push({ kind: 'drop-question', id: keptStep.id });
  const isAgain = isSameStep(keptStep.step, input);
  return ([first, ...others]) => {
    if (!first) return [];
    if (isAgain) return [first, ...others];
    return [{ ...first, lines: [say('step-dropped'), ...first.lines] }, ...others];
  };
}

/** The citizen wants it taken no more; the form it was for is offered again. Null: another question is meant. */
export function dropStep(exchange: Exchange, id: string): Reply[] | null {
  const { state, effects } = exchange;
  if (state.keptStep?.id !== id) return null;
  delete state.keptStep;
  effects.push({ kind: 'drop-question', id });
  exchange.outcome = 'cancelled';
  parkForm(exchange);
  const isOffered = state.form || state.smallForm;
  const dropped = { lines: [say('step-dropped')], ...(!isOffered && { buttons: menu() }) };
  return [dropped];
}

/** The message from before, taken now as if it had just come; after a day it is given up. */
export async function resumeStep(
  exchange: Exchange,
  { id, step, expired }: Extract<Input, { kind: 'resume-step' }>,
  respond: (step: Step) => Promise<{ intent: string; replies: Reply[] }>,
): Promise<{ intent: string; replies: Reply[] }> {
  const { state } = exchange;
  if (state.keptStep?.id === id) delete state.keptStep;
  if (expired) {
    exchange.outcome = 'later';
    parkForm(exchange);
    const lines = [say('step-expired')];
    return { intent: 'press', replies: withParked(exchange, [{ lines, buttons: menu() }]) };
  }
  const { intent, replies } = await respond(step);
  const [first, ...others] = replies;
  if (!first) return { intent, replies };
  const resumed = { ...first, lines: [say('step-resumed'), ...first.lines] };
  return { intent, replies: [resumed, ...others] };
}

/** Goes on with the form after what is already certain; a source that fails is tried again by itself. */
export async function orKept(
  exchange: Exchange,
  step: Step,
  work: () => Promise<Reply[]>,
): Promise<Reply[]> {
  const before = exchange.effects.length;
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof UpstreamError)) throw error;
    exchange.effects.length = before;
    return [keepStep(exchange, step)];
  }
}

function isSameStep(step: Step, input: Input): boolean {
  return JSON.stringify(step) === JSON.stringify(input);
}
