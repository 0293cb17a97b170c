import type { Account, Intent, Service } from '../language/vocabulary.ts';
import type { Entity } from './entities/entity.ts';

/** What is done with a guess: act on it, ask which of `choices` is meant, or say kindly that it is none of ours. */
export type Decision = 'answer' | 'ask' | 'none';

export interface Understanding {
  /** The message as it was typed, tidied; as it was meant, if the keyboard was still set to English. */
  text: string;
  /** The best guess whatever the decision. */
  intent: Intent;
  /** Probability of the best guess, 0 to 1. */
  confidence: number;
  /** Named in the message, or implied by the intent (`completion` speaks of the completion certificate). */
  service?: Service;
  account?: Account;
  entities: Entity[];
  decision: Decision;
  /** The most likely intents, best first, at most three, never `none`; what the buttons offer when asking. */
  choices: Intent[];
  /** Whose business a foreign matter is, like `police`; also the foreign reading of an ambiguous word. */
  authority?: string;
  /** A second wish, when the message clearly has two. */
  second?: Intent;
  /** The service and account of the second wish. */
  secondService?: Service;
  secondAccount?: Account;
}

export interface Circumstances {
  now: Date;
  /** What the dialogue has just asked about: a message without a keyword is read as its continuation. */
  expecting?: Intent;
  /** What the citizen was answered shortly before: few words may go on from there. */
  answered?: Intent;
}

export interface Understander {
  understand(text: string, context: Circumstances): Understanding;
  /** Slots of an intent, as its file lists them. */
  slotsOf(intent: Intent): readonly string[];
  /** What a button that offers the intent is called. */
  titleOf(intent: Intent): string;
}
