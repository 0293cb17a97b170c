import { Agent, request } from 'node:http';
import { SECRET } from './processes.ts';

export interface Outcome {
  seconds: number;
  /** Milliseconds from sending an update to its acknowledgement, sorted. */
  durations: number[];
  /** Answers that were not 2xx; each such update was brought again. */
  refused: number;
}

export interface Load {
  connections: number;
  /** Updates begin at this rate at most; as fast as they are answered without it. */
  perSecond?: number;
}

let lastUpdate = 1_000_000;

/** Brings updates to the webhooks in turn, as Telegram does. */
export async function bring(
  urls: readonly string[],
  updates: readonly object[],
  { connections, perSecond }: Load,
): Promise<Outcome> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const targets = urls.map((url) => new URL('/telegram', url));
  const outcome: Outcome = { seconds: 0, durations: [], refused: 0 };
  const began = performance.now();
  let next = 0;
  const one = async () => {
    while (next < updates.length) {
      const index = next++;
      if (perSecond) await until(began + (index * 1000) / perSecond);
      const sent = performance.now();
      const body = JSON.stringify({ update_id: ++lastUpdate, ...updates[index] });
      const target = targets[index % targets.length]!;
      while ((await post(target, body, agent)) >= 300) outcome.refused++;
      outcome.durations.push(performance.now() - sent);
    }
  };
  await Promise.all(Array.from({ length: connections }, one));
  outcome.seconds = (performance.now() - began) / 1000;
  outcome.durations.sort((a, b) => a - b);
  agent.destroy();
  return outcome;
}

export function percentile({ durations }: Outcome, part: number): number {
  return durations[Math.floor((durations.length - 1) * part)] ?? Number.NaN;
}

export function says(chat: number, text: string): object {
  return { message: { ...messageIn(chat), text } };
}

export function sharesContact(chat: number, mobile: string): object {
  const contact = { phone_number: `+98${mobile.slice(1)}`, first_name: 'A', user_id: chat };
  return { message: { ...messageIn(chat), contact } };
}

function messageIn(chat: number) {
  return {
    message_id: 1,
    date: 1,
    chat: { id: chat, type: 'private', first_name: 'A' },
    from: { id: chat, is_bot: false, first_name: 'A' },
  };
}

function post(url: URL, body: string, agent: Agent): Promise<number> {
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'x-telegram-bot-api-secret-token': SECRET,
  };
  const { promise, resolve } = Promise.withResolvers<number>();
  const sent = request(url, { method: 'POST', agent, headers }, (answer) => {
    answer.resume().on('end', () => resolve(answer.statusCode ?? 0));
  });
  sent.on('error', () => resolve(599));
  sent.end(body);
  return promise;
}

async function until(time: number): Promise<void> {
  const wait = time - performance.now();
  if (wait > 1) await new Promise((resolve) => setTimeout(resolve, wait));
}
