import type { Message } from '@grammyjs/types';
import type { Waiting } from './playground-client.ts';

type Event =
  | { type: 'message' | 'edited'; entry: { message: Message } }
  | { type: 'deleted'; messageId: number }
  | { type: 'seen' | 'keyboard' | 'action' | 'answered' | 'blocked' | 'commands' | 'bot' };

/** Follows a chat's events until the bot has said enough; fails when it has not in time. */
export async function followUntil(
  address: string,
  { count, withinMs = 10_000, quietMs = 300 }: Waiting,
): Promise<Message[]> {
  const said = new Map<number, Message>();
  const enough = new AbortController();
  const deadline = setTimeout(() => enough.abort('deadline'), withinMs);
  let quiet: NodeJS.Timeout | undefined;
  try {
    for await (const event of readEvents(address, enough.signal)) {
      note(event, said);
      if (count !== undefined && said.size >= count) break;
      clearTimeout(quiet);
      if (count === undefined && said.size > 0)
        quiet = setTimeout(() => enough.abort('quiet'), quietMs);
    }
  } catch (error) {
    if (!enough.signal.aborted) throw error;
  } finally {
    clearTimeout(deadline);
    clearTimeout(quiet);
    if (!enough.signal.aborted) enough.abort('done');
  }
  if (enough.signal.reason === 'deadline') {
    throw new Error(
      `the bot sent ${said.size} of ${count ?? 'any'} messages within ${withinMs} ms`,
    );
  }
  return [...said.values()];
}

function note(event: Event, said: Map<number, Message>): void {
  if (event.type === 'deleted') said.delete(event.messageId);
  if (event.type !== 'message' && event.type !== 'edited') return;
  const { message } = event.entry;
  if (message.from?.is_bot) said.set(message.message_id, message);
}

async function* readEvents(address: string, signal: AbortSignal): AsyncGenerator<Event> {
  const response = await fetch(address, { signal });
  if (!response.ok || !response.body)
    throw new Error(`no events at ${address}: ${response.status}`);
  let rest = '';
  for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
    const blocks = (rest + chunk).split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const data = /^data: (.*)$/m.exec(block)?.[1];
      if (data) yield JSON.parse(data) as Event;
    }
  }
}
