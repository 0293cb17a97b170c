import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Chat, Chats } from './chats.ts';
import type { Entry, Events, PlaygroundEvent } from './events.ts';

/** A chat as it stands in the file; the pictures and voices of its messages are forgotten. */
interface KeptChat extends Pick<Chat, 'keyboard' | 'started' | 'blocked'> {
  id: number;
  entries: Entry[];
  sealed: number[];
}

/** Long enough for all that one message brings about. */
const PAUSE_MS = 300;
const CHANGE: ReadonlySet<PlaygroundEvent['type']> = new Set([
  ...(['message', 'edited', 'deleted', 'seen', 'keyboard', 'blocked'] as const),
]);

/**
 * The bot remembers its conversations over a restart, so the page has to as well. Chats are read from the file
 * and written to it a moment after each change; the way to stop writes what is left.
 */
export function keepChats(path: string, chats: Chats, events: Events): () => void {
  restore(path, chats);
  mkdirSync(dirname(path), { recursive: true });
  let timer: NodeJS.Timeout | undefined;
  const save = () => {
    timer = undefined;
    write(path, chats.all().filter(isBegun).map(kept));
  };
  const unfollow = events.follow(events.lastId(), ({ type }) => {
    if (CHANGE.has(type)) timer ??= setTimeout(save, PAUSE_MS).unref();
  });
  return () => {
    unfollow();
    if (!timer) return;
    clearTimeout(timer);
    save();
  };
}

function restore(path: string, chats: Chats): void {
  for (const { id, entries, sealed, ...rest } of read(path)) {
    const chat = chats.find(id);
    if (!chat) continue;
    Object.assign(chat, rest);
    for (const entry of entries) chats.putBack(chat, entry);
    for (const messageId of sealed) chat.sealed.add(messageId);
  }
}

/** A file that is not there or was damaged costs the page its history, and nothing else. */
function read(path: string): KeptChat[] {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as KeptChat[];
  } catch {
    return [];
  }
}

/** A full disk must not end the program for the sake of a page. */
function write(path: string, chats: KeptChat[]): void {
  const draft = `${path}.draft`;
  try {
    writeFileSync(draft, JSON.stringify(chats), { mode: 0o600 });
    renameSync(draft, path);
  } catch {
    // The next change tries again.
  }
}

function isBegun({ entries }: Chat): boolean {
  return entries.size > 0;
}

function kept({ shape, entries, keyboard, sealed, started, blocked }: Chat): KeptChat {
  const { id } = shape;
  return { id, entries: [...entries.values()], keyboard, sealed: [...sealed], started, blocked };
}
