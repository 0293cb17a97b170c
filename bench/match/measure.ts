import type { Account, Intent, Service } from '../../src/language/vocabulary.ts';
import type { Understander, Understanding } from '../../src/understanding/understanding.ts';

/** A message with the label a person gave it. */
export interface Labelled {
  text: string;
  intent: Intent;
  service?: Service;
  account?: Account;
  /** How it is written, like `formal` or `finglish`. */
  style?: string;
}

/** A labelled message and what was made of it. */
export interface Reading {
  message: Labelled;
  understood: Understanding;
  milliseconds: number;
}

export interface Score {
  messages: number;
  /** Share whose best guess is the label, `none` included. */
  top1: number;
  /** Share of our own messages that are answered without asking. */
  answered: number;
  /** Share of all direct answers that are right. */
  right: number;
  /** Of our own messages that are asked about: the share whose buttons hold the right intent. */
  askedRight: number;
  /** Share of our own messages that are declined as none of ours. */
  lost: number;
  /** Share of foreign messages that are answered as if they were ours. */
  foreignAnswered: number;
  /** Of the messages that carry such a slot, or ask for one and name none. */
  service: number;
  account: number;
  milliseconds: { p50: number; p95: number; p99: number };
}

/** Has every message understood and compares with the labels. */
export function measure(understander: Understander, messages: readonly Labelled[]): Score {
  return scoreOf(readAll(understander, messages), understander);
}

export function readAll(understander: Understander, messages: readonly Labelled[]): Reading[] {
  const now = new Date('2026-11-21T06:00:00Z');
  // Compiled code is what a running bot has.
  for (const { text } of messages) understander.understand(text, { now });
  return messages.map((message) => {
    const start = performance.now();
    const understood = understander.understand(message.text, { now });
    return { message, understood, milliseconds: performance.now() - start };
  });
}

export function scoreOf(
  readings: readonly Reading[],
  { slotsOf }: Pick<Understander, 'slotsOf'>,
): Score {
  const ours = readings.filter(({ message }) => message.intent !== 'none');
  const foreign = readings.filter(({ message }) => message.intent === 'none');
  const slotsRight = (name: 'service' | 'account') =>
    share(
      readings.filter((each) => isRight(each) && slotsOf(each.message.intent).includes(name)),
      ({ message, understood }) => message[name] === understood[name],
    );
  return {
    messages: readings.length,
    top1: share(readings, isRight),
    answered: share(ours, isAnswered),
    right: share(readings.filter(isAnswered), isRight),
    askedRight: share(ours.filter(isAsked), ({ message, understood }) =>
      understood.choices.includes(message.intent),
    ),
    lost: share(ours, ({ understood }) => understood.decision === 'none'),
    foreignAnswered: share(foreign, isAnswered),
    service: slotsRight('service'),
    account: slotsRight('account'),
    milliseconds: percentiles(readings.map(({ milliseconds }) => milliseconds)),
  };
}

export function isRight({ message, understood }: Reading): boolean {
  return message.intent === understood.intent;
}

function isAnswered({ understood }: Reading): boolean {
  return understood.decision === 'answer';
}

function isAsked({ understood }: Reading): boolean {
  return understood.decision === 'ask';
}

function share<T>(list: readonly T[], test: (item: T) => boolean): number {
  return list.length === 0 ? Number.NaN : list.filter(test).length / list.length;
}

function percentiles(durations: readonly number[]) {
  const sorted = durations.toSorted((a, b) => a - b);
  const at = (part: number) => sorted[Math.floor((sorted.length - 1) * part)] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}
