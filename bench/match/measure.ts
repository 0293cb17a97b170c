import type { Account, Intent, Service } from '../../src/language/vocabulary.ts';
import type { Understander } from '../../src/understanding/understanding.ts';

/** A message with the label a person gave it. */
export interface Labelled {
  text: string;
  intent: Intent;
  service?: Service;
  account?: Account;
}

export interface Score {
  messages: number;
  /** Share whose best guess is the label, `none` included. */
  top1: number;
  /** Share of our own messages that are answered without asking. */
  answered: number;
  /** Share of all direct answers that are right. */
  right: number;
  /** Share of foreign messages that are answered as if they were ours. */
  foreignAnswered: number;
  /** Of the messages that carry such a slot, or ask for one and name none. */
  service: number;
  account: number;
  milliseconds: { p50: number; p95: number; p99: number };
}

/** Has every message understood and compares with the labels. */
export function measure(understander: Understander, messages: readonly Labelled[]): Score {
  const now = new Date('2026-11-21T06:00:00Z');
  // Compiled code is what a running bot has.
  for (const { text } of messages) understander.understand(text, { now });
  const durations: number[] = [];
  const results = messages.map((message) => {
    const start = performance.now();
    const understood = understander.understand(message.text, { now });
    durations.push(performance.now() - start);
    return { message, understood };
  });
  const ours = results.filter(({ message }) => message.intent !== 'none');
  const foreign = results.filter(({ message }) => message.intent === 'none');
  const answers = results.filter(({ understood }) => understood.decision === 'answer');
  const isRight = ({ message, understood }: (typeof results)[number]) =>
    message.intent === understood.intent;
  const slot = (name: 'service' | 'account') =>
    results.filter(
      ({ message, understood }) =>
        isRight({ message, understood }) && understander.slotsOf(message.intent).includes(name),
    );
  const slotsRight = (name: 'service' | 'account') =>
    share(slot(name), ({ message, understood }) => message[name] === understood[name]);
  const isAnswered = ({ understood }: (typeof results)[number]) => understood.decision === 'answer';
  return {
    messages: messages.length,
    top1: share(results, isRight),
    answered: share(ours, isAnswered),
    right: share(answers, isRight),
    foreignAnswered: share(foreign, isAnswered),
    service: slotsRight('service'),
    account: slotsRight('account'),
    milliseconds: percentiles(durations),
  };
}

function share<T>(list: readonly T[], test: (item: T) => boolean): number {
  return list.length === 0 ? Number.NaN : list.filter(test).length / list.length;
}

function percentiles(durations: readonly number[]) {
  const sorted = durations.toSorted((a, b) => a - b);
  const at = (part: number) => sorted[Math.floor((sorted.length - 1) * part)] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}
