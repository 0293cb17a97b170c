import { randomUUID } from 'node:crypto';
import type { Intent, RenovationCode, Service } from '../language/vocabulary.ts';
import type { ReviewReason } from '../review/tables.ts';
import type { Understanding } from '../understanding/understanding.ts';
import type { Exchange } from './exchange.ts';
import type { State } from './state.ts';
import type { Wish } from './wish.ts';

/** The last message, as far as it is not certain what was meant by it; until the next one is written. */
export interface Doubt {
  /** Masked: neither a name nor a number is kept with it. */
  said: string;
  telling: number;
  /** What may still be meant, the likeliest first. */
  choices: Intent[];
  /** What has been answered; null when nothing was. */
  answered: Intent | null;
  confidence: number;
  /** For the buttons of a question about it. */
  service?: Service;
  code?: RenovationCode;
  /** What else was told: the button that is chosen asks for none of it again. */
  told?: Told;
  /** A model was asked about it, and is not asked twice. */
  modelAsked?: true;
  /** The entry of the review list that waits for what the citizen chooses. */
  noteId?: string;
}

type Told = Pick<Wish, 'place' | 'year' | 'requestNo' | 'wanted' | 'noRecord'>;

/** One word of ours in it says too little to learn from, and a long story could be recognised. */
const FEWEST_TELLING = 2;
const MOST_WORDS_NOTED = 40;
/** Who writes nonsense on end teaches nothing, and must not fill the list. */
const MOST_IN_A_ROW = 5;

export function doubtOf(exchange: Exchange, understood: Understanding, wish: Wish): Doubt {
  const { text: said, telling } = exchange.deps.mask(understood.text, exchange.now);
  const { service, code, place, year, requestNo, wanted, noRecord } = wish;
  const told: Told = {
    ...(place && { place }),
    ...(year !== undefined && { year }),
    ...(requestNo && { requestNo }),
    ...(wanted && { wanted }),
    ...(noRecord && { noRecord }),
  };
  return {
    said,
    telling,
    choices: understood.choices,
    answered: null,
    confidence: understood.confidence,
    ...(service && { service }),
    ...(code && { code }),
    ...(Object.keys(told).length > 0 && { told }),
  };
}

/** A choice among the readings of the last message brings along what that message told. */
export function withTold({ state }: Exchange, wish: Wish): Wish {
  const { doubt } = state;
  if (!doubt?.told || !doubt.choices.includes(wish.intent)) return wish;
  const { told } = doubt;
  delete doubt.told;
  return { ...told, ...wish };
}

/** Puts what was not understood on the review list, without a trace of who wrote it. */
export function note(
  exchange: Exchange,
  doubt: Doubt,
  reason: ReviewReason,
  guessed: Intent,
): void {
  if (doubt.telling < FEWEST_TELLING || doubt.said.split(' ').length > MOST_WORDS_NOTED) return;
  if ((exchange.state.misses ?? 0) >= MOST_IN_A_ROW) return;
  const id = randomUUID();
  const { said: masked, confidence } = doubt;
  exchange.effects.push({
    kind: 'note-for-review',
    id,
    note: { masked, reason, guessed, confidence },
  });
  doubt.noteId = id;
}

/** The first thing the citizen presses after it is told to the list, and the way from one to the other forgotten. */
export function noteChosen({ state, effects }: Exchange, chosen: Intent): void {
  const id = state.doubt?.noteId;
  if (!id) return;
  effects.push({ kind: 'note-choice', id, chosen });
  forgetNote(state);
}

function forgetNote({ doubt }: State): void {
  delete doubt?.noteId;
}
