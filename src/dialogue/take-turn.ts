import { UpstreamError } from '../errors.ts';
import type { Intent } from '../language/vocabulary.ts';
import { say } from '../wording/sentence.ts';
import { answerWish } from './answer-wish.ts';
import { menu } from './buttons.ts';
import { beginExchange, type DialogueDependencies, type Exchange } from './exchange.ts';
import { openLink } from './forms/access/open-link.ts';
import { parkForm } from './forms/forms.ts';
import { welcome } from './intents/small-talk.ts';
import { keepStep, resumeStep, stepOf, withStepDropped } from './kept-step.ts';
import { withKeyboardRemoved } from './keyboard.ts';
import { onContact } from './on-contact.ts';
import { onLocation } from './on-location.ts';
import { onPhoto } from './on-photo.ts';
import { onPress } from './on-press.ts';
import { onText } from './on-text.ts';
import { toOperator, withTalkLeft } from './operator.ts';
import { withParked } from './parked.ts';
import { resume } from './resume.ts';
import type { State } from './state.ts';
import type { Incoming, Input, Reply, TakeTurn, Turn } from './turn.ts';
import { withVoiceAnswered } from './voice/answer-to-voice.ts';
import { onVoice } from './voice/on-voice.ts';

/** The commands of the menu, each a wish that could as well be typed. */
const COMMANDS: Readonly<Record<string, Intent>> = {
  debt: 'debt',
  status: 'request-status',
  book: 'book-inspection',
  visits: 'my-inspections',
  offices: 'offices',
  language: 'language',
  privacy: 'privacy',
  help: 'help',
};

/** The conversation, told apart from any messenger: see `TakeTurn`. */
export function createTakeTurn(deps: DialogueDependencies): TakeTurn {
  return async (state, incoming) => {
    try {
      const exchange = beginExchange(deps, state, incoming);
      const withDropped = withStepDropped(exchange, incoming.input);
      const input = withVoiceAnswered(exchange, incoming.input);
      const { intent, replies } = await respondOrPassOn(exchange, input);
      return turnOf(exchange, { intent, replies: withDropped(replies) });
    } catch (error) {
      if (!(error instanceof UpstreamError)) throw error;
      return keptForLater(deps, state, incoming, error);
    }
  };
}

/** The sources are down: all stays as it was, but for the message, which is taken when they are back. */
function keptForLater(
  deps: DialogueDependencies,
  state: State,
  incoming: Incoming,
  error: UpstreamError,
): Turn {
  const exchange = beginExchange(deps, state, incoming);
  const step = stepOf(exchange, withVoiceAnswered(exchange, incoming.input));
  if (!step) throw error;
  const intent = state.smallForm?.kind ?? (state.form ? 'book-inspection' : 'none');
  return turnOf(exchange, { intent, replies: [keepStep(exchange, step)] });
}

function turnOf(exchange: Exchange, said: { intent: string; replies: Reply[] }): Turn {
  const { state, effects } = exchange;
  const { intent, replies } = said;
  const greets = !state.met && intent !== 'greeting' && exchange.outcome !== 'erased';
  const greeted = greets ? withHello(replies) : replies;
  state.met = true;
  countMisses(exchange);
  return {
    replies: withKeyboardRemoved(state, greeted),
    state,
    effects,
    intent,
    outcome: exchange.outcome,
    requests: exchange.requests,
  };
}

/** Whoever talks with staff is heard by them, until something else is wanted of the bot. */
async function respondOrPassOn(
  exchange: Exchange,
  input: Input,
): Promise<{ intent: string; replies: Reply[] }> {
  const told = await toOperator(exchange, input);
  if (told) return { intent: 'operator', replies: told };
  const { intent, replies } = await respond(exchange, input);
  // What comes by itself offers nothing; of a step that was taken late it is done already.
  const isItself = input.kind === 'resume' || input.kind === 'resume-step';
  const offering = isItself ? replies : withParked(exchange, replies);
  return { intent, replies: withTalkLeft(exchange, input, offering) };
}

async function respond(
  exchange: Exchange,
  input: Input,
): Promise<{ intent: string; replies: Reply[] }> {
  switch (input.kind) {
    case 'text':
    case 'edited':
      return onText(exchange, input.text);
    case 'press':
      noOfficeExpected(exchange);
      return onPress(exchange, input.action);
    case 'command':
      noOfficeExpected(exchange);
      return onCommand(exchange, input);
    case 'contact':
      return { intent: 'contact', replies: await onContact(exchange, input) };
    case 'location':
      return { intent: 'location', replies: await onLocation(exchange, input) };
    case 'voice':
      return { intent: 'voice', replies: await onVoice(exchange, input) };
    case 'photo':
      return onPhoto(exchange, input);
    case 'attachment':
      return { intent: 'attachment', replies: [{ lines: [say('not-text')], buttons: menu() }] };
    case 'relayed':
      return { intent: 'relayed', replies: [{ lines: [say('relayed')], buttons: menu() }] };
    case 'resume':
      return { intent: input.wish.intent, replies: await resume(exchange, input) };
    case 'resume-step':
      return resumeStep(exchange, input, (step) => respondOrPassOn(exchange, step));
    default:
      return input satisfies never;
  }
}

/** Whoever presses or commands something has turned away from the question for an office. */
function noOfficeExpected({ state }: Exchange): void {
  if (state.expecting === 'office') delete state.expecting;
}

async function onCommand(
  exchange: Exchange,
  { name, payload }: Extract<Input, { kind: 'command' }>,
): Promise<{ intent: string; replies: Reply[] }> {
  parkForm(exchange);
  if (name === 'start' && payload) {
    return { intent: 'privacy', replies: await openLink(exchange, payload) };
  }
  if (name === 'start') return { intent: 'greeting', replies: [welcome(exchange)] };
  const intent = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!intent) return { intent: 'help', replies: await answerWish(exchange, { intent: 'help' }) };
  return { intent, replies: await answerWish(exchange, { intent }) };
}

function countMisses({ state, outcome }: Exchange): void {
  if (outcome === 'not-ours' || outcome === 'not-understood')
    state.misses = (state.misses ?? 0) + 1;
  else delete state.misses;
}

/** The very first answer begins with a greeting, whatever was asked. */
function withHello([first, ...others]: Reply[]): Reply[] {
  if (!first) return [];
  return [{ ...first, lines: [say('hello'), ...first.lines] }, ...others];
}
