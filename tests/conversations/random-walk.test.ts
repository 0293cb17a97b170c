import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Outgoing } from '../../src/bot/outgoing.ts';
import { renderReply } from '../../src/bot/render-reply.ts';
import type { Database } from '../../src/database/database.ts';
import type { State } from '../../src/dialogue/state.ts';
import type { Input, Turn } from '../../src/dialogue/turn.ts';
import { UpstreamError } from '../../src/errors.ts';
import { PATHS } from '../../src/paths.ts';
import type { Tables } from '../../src/tables.ts';
import type { MessageKey } from '../../src/wording/sentence.ts';
import { createWording, type Locale } from '../../src/wording/wording.ts';
import { testDatabases } from '../helpers/database.ts';
import { loadDemoCity, startTalk, type Talk } from './talk.ts';
import { keyboardInput, LINES, oddInputs } from './walk-inputs.ts';

const STEPS = Number(process.env.WALK_STEPS ?? 5_000);
const SEED = Number(process.env.WALK_SEED ?? 1405);
const START = new Date('2026-11-21T06:30:00Z').getTime();
const CITIZENS = [9001, 9002, 9003, 9004, 9006, 9008, 9011, 9012];
const wording = createWording(PATHS.locales);

let database: Database<Tables>;
let talk: Talk;
beforeAll(async () => {
  database = await testDatabases()[0]!.open<Tables>();
  await loadDemoCity(database);
  talk = await startTalk(database);
  talk.speech('on');
});
afterAll(() => database?.close());

test.each(['fa', 'en'] as const)(
  'whatever a citizen says or presses is answered, tidily and with a way on (%s)',
  async (locale) => {
    const walk = createWalk(talk, locale, SEED);
    for (let step = 0; step < STEPS; step++) await walk.step();
    expect(walk.faults).toEqual([]);
  },
  Math.max(60_000, STEPS * 100),
);

/** What one citizen has before their eyes. */
interface Screen {
  messages: Outgoing[];
  keyboard: string[];
}

function createWalk(walked: Talk, locale: Locale, seed: number) {
  const random = mulberry32(seed);
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)]!;
  // Each language has citizens of its own, so that the two walks don't meet.
  const ids = CITIZENS.map((id) => (locale === 'fa' ? id : id + 100_000));
  const screens = new Map<number, Screen>(ids.map((id) => [id, { messages: [], keyboard: [] }]));
  const faults: string[] = [];
  const trail: string[] = [];
  let now = START;

  function chooseInput(id: number, screen: Screen): Input {
    const actions = screen.messages.flatMap(actionsOf);
    const chance = random();
    if (chance < 0.5 && actions.length > 0) return { kind: 'press', action: pick(actions) };
    if (chance < 0.6 && screen.keyboard.length > 0) return keyboardInput(id, pick(screen.keyboard));
    if (chance < 0.93) return { kind: 'text', text: pick(LINES) };
    return pick(oddInputs(id));
  }

  async function step(): Promise<void> {
    const id = pick(ids);
    const screen = screens.get(id)!;
    now += pick([3_000, 8_000, 60_000, 400_000, random() < 0.05 ? 90_000_000 : 20_000]);
    await weather();
    const isNew = !walked.state(id).met;
    const input: Input = isNew ? { kind: 'press', action: `l:${locale}` } : chooseInput(id, screen);
    trail.push(`${id} ${JSON.stringify(input)}`);
    try {
      const turn = await walked.hears(id, input, new Date(now));
      const messages = turn.replies.flatMap((reply) =>
        renderReply(reply, wording, turn.state.locale),
      );
      look(screen, messages);
      const found = [
        ...messages.flatMap((message) => faultsOf(message, turn.state.locale)),
        ...waysOn(messages, screen, turn),
        ...standing(messages, screen, turn.state),
      ];
      for (const fault of found) report(id, fault, messages);
    } catch (error) {
      // The messenger's edge apologises for it.
      if (error instanceof UpstreamError && walked.records.down) return;
      report(id, `threw ${error instanceof Error ? error.stack : error}`, []);
    }
  }

  /** Now and then the records go down; when they are back, what was kept is answered by itself. */
  async function weather(): Promise<void> {
    const { records } = walked;
    if (random() > (records.down ? 0.2 : 0.01)) return;
    records.down = !records.down;
    for (const { citizen, reply } of await walked.passes(new Date(now))) {
      const { locale: spoken } = walked.state(citizen);
      const messages = renderReply(reply, wording, spoken);
      const screen = screens.get(citizen);
      if (screen) look(screen, messages);
      const found = messages.flatMap((message) => faultsOf(message, spoken));
      for (const fault of found) report(citizen, fault, messages);
    }
  }

  function report(id: number, fault: string, messages: Outgoing[]): void {
    const own = trail.filter((line) => line.startsWith(`${id} `)).slice(-5);
    faults.push([fault, ...own, ...messages.map(textOf)].join('\n'));
  }

  return { step, faults };
}

function look(screen: Screen, messages: Outgoing[]): void {
  screen.messages = [...screen.messages, ...messages].slice(-6);
  for (const message of messages) {
    const markup = markupOf(message);
    if (markup && 'keyboard' in markup) {
      screen.keyboard = markup.keyboard
        .flat()
        .map((key) => (typeof key === 'string' ? key : key.text));
    }
    if (markup && 'remove_keyboard' in markup) screen.keyboard = [];
  }
}

function markupOf(message: Outgoing) {
  return message.method === 'sendVenue' ? undefined : message.payload.reply_markup;
}

function textOf(message: Outgoing): string {
  if (message.method === 'sendVenue') return message.payload.title;
  const { payload } = message;
  return ('text' in payload ? payload.text : payload.caption) ?? '';
}

function inlineOf(message: Outgoing) {
  const markup = markupOf(message);
  return markup && 'inline_keyboard' in markup ? markup.inline_keyboard : [];
}

function actionsOf(message: Outgoing): string[] {
  return inlineOf(message)
    .flat()
    .flatMap((button) => ('callback_data' in button ? [button.callback_data] : []));
}

const MOST_ROWS = 3;
const LONGEST_LABEL = 33;

function faultsOf(message: Outgoing, locale: Locale): string[] {
  const text = textOf(message);
  const spoken = text
    .replace(/https?:\S+/g, '')
    .replace(/<code>.*?<\/code>/g, '')
    .replace(/<[^>]+>/g, '');
  const rows = inlineOf(message);
  const long = rows.flat().filter(({ text: label }) => [...label].length > LONGEST_LABEL);
  return [
    ...(/[{}]|undefined|null|NaN|Infinity|\[object/.test(text) ? ['a gap was not filled'] : []),
    ...(locale === 'fa' && /[0-9]/.test(spoken) ? ['Latin digits in Persian text'] : []),
    ...(rows.length > MOST_ROWS ? [`${rows.length} rows of buttons`] : []),
    ...long.map(({ text: label }) => `a label of ${[...label].length} characters: ${label}`),
  ];
}

/** Whole answers, and questions that are answered by writing. */
const NEED_NO_BUTTON: readonly MessageKey[] = [
  ...(['thanks', 'offices-found', 'offices-nearest'] as const),
  ...(['offices-near', 'offices-of-district'] as const),
  ...(['booking-address-of-pin', 'booking-address-short', 'national-id-format'] as const),
  ...(['voice-again', 'voice-nothing', 'voice-write-number'] as const),
];

function waysOn(messages: Outgoing[], { keyboard }: Screen, { replies, intent }: Turn): string[] {
  if (messages.length === 0) return ['no answer'];
  const hasWay = keyboard.length > 0 || messages.some((message) => inlineOf(message).length > 0);
  const needsNone = replies.some(({ lines }) =>
    lines.some(({ key }) => NEED_NO_BUTTON.includes(key)),
  );
  return hasWay || needsNone ? [] : [`a dead end (${intent})`];
}

/** A keyboard below the chat stays only as long as its question is open. */
function standing(messages: Outgoing[], { keyboard }: Screen, state: State): string[] {
  const isNew = messages.some((message) => markupOf(message) && 'keyboard' in markupOf(message)!);
  const isOpen = isNew || state.pending || state.form || state.expecting || state.smallForm;
  return [
    ...(keyboard.length > 0 && !isOpen ? ['a keyboard stands for nothing'] : []),
    ...(Boolean(state.keyboardShown) === keyboard.length > 0
      ? []
      : ['the keyboard is not as remembered']),
  ];
}

/** Small, and the same everywhere. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
