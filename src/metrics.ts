import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { BotObserver } from './bot/observer.ts';

/** Systems that a turn may call besides the database. */
export type Dependency = 'records' | 'model' | 'speech' | 'sms';

export interface Metrics {
  /** For the messenger's edge. */
  bot: BotObserver;
  /** One call to another system, by what became of it (`ok`, `failed`, `refused`, …: a closed set). */
  call(dependency: Dependency, outcome: string): void;
  /** Somebody seems to guess codes or national ids. */
  guessing(): void;
  /** The Prometheus text. */
  text(): Promise<string>;
  contentType: string;
}

/** What waits in the outbox, over the whole fleet. */
export interface Backlog {
  messages: number;
  oldestSeconds: number;
}

/** Seconds within which turns are expected, and the limit of the whole update (8 s) as the last. */
const TURN_BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 4, 8];

/**
 * What operators watch. Labels come from closed sets only: an intent, an outcome, a method; never anything
 * a citizen wrote or is. Each process counts for itself; sums over the fleet are Prometheus's.
 */
export function createMetrics(backlog: () => Promise<Backlog>): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const count = (name: string, help: string, labelNames: string[] = []) =>
    new Counter({ name: `pasokh_${name}`, help, labelNames, registers });

  const updates = count('updates_total', 'Updates taken in, by kind.', ['kind']);
  const turns = count('turns_total', 'Turns of conversations, by intent and outcome.', [
    ...['intent', 'outcome'],
  ]);
  const errors = count('errors_total', 'Turns that ended in an apology, by kind.', ['kind']);
  const sends = count('sends_total', 'Messages by method and what became of them.', [
    ...['method', 'delivery'],
  ]);
  const requests = count('requests_total', 'Requests about a property, by intent and result.', [
    ...['intent', 'result'],
  ]);
  const calls = count('dependency_calls_total', 'Calls to other systems, by outcome.', [
    ...['dependency', 'outcome'],
  ]);
  const guesses = count('guessing_alerts_total', 'Times somebody seemed to guess codes or ids.');
  const seconds = new Histogram({
    name: 'pasokh_turn_seconds',
    help: 'From reading the conversation to the commit of the answer.',
    buckets: TURN_BUCKETS,
    registers,
  });
  const gauge = (name: string, help: string) =>
    new Gauge({ name: `pasokh_${name}`, help, registers });
  const rate = gauge('instant_answer_rate', 'Share of requests answered at once, since the start.');
  const messages = gauge('outbox_messages', 'Messages waiting to be sent, over the whole fleet.');
  const oldest = gauge('outbox_oldest_seconds', 'How long the oldest of them has waited.');
  const results = { instant: 0, all: 0 };

  async function readGauges(): Promise<void> {
    rate.set(results.instant / results.all);
    // A database that is down must not take the other figures along.
    const now = await backlog().catch(() => null);
    messages.set(now?.messages ?? Number.NaN);
    oldest.set(now?.oldestSeconds ?? Number.NaN);
  }

  return {
    bot: {
      update: (kind) => updates.inc({ kind }),
      turn({ intent, outcome, ms, requests: answered = [] }) {
        turns.inc({ intent, outcome });
        seconds.observe(ms / 1000);
        if (ERRORS.has(outcome)) errors.inc({ kind: outcome });
        for (const request of answered) {
          requests.inc({ ...request });
          results.all++;
          if (request.result === 'instant') results.instant++;
        }
      },
      sent: (method, delivery) => sends.inc({ method, delivery }),
    },
    call: (dependency, outcome) => calls.inc({ dependency, outcome }),
    guessing: () => guesses.inc(),
    async text() {
      await readGauges();
      return registry.metrics();
    },
    contentType: registry.contentType,
  };
}

const ERRORS: ReadonlySet<string> = new Set(['bug', 'upstream-down', 'too-slow']);
