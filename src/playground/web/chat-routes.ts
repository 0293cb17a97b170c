import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { actSchema } from '../citizens/act.ts';
import { takeAct } from '../citizens/take-act.ts';
import { shownBot } from '../methods/profile.ts';
import { shownCommands } from '../world/bot-profile.ts';
import type { Chat } from '../world/chats.ts';
import type { World } from '../world/world.ts';
import type { EventStreams } from './event-stream.ts';

/** Room for an act with a file of 10 MB in base64. */
const MAX_ACT_BYTES = 15 * 1024 * 1024;

/** What the page calls: the state of all chats, the stream of events, a citizen's acts, files. */
export function chatRoutes(world: World, streams: EventStreams): Hono {
  const app = new Hono();
  app.get('/playground/state', (c) => c.json(stateOf(world)));
  app.get('/playground/chats/:id', (c) => oneChat(c, world));
  app.get('/playground/events', (c) => streams.open(c));
  app.get('/playground/calls', (c) => c.json({ calls: world.calls.all() }));
  app.get('/playground/files/:id', (c) => download(c, world));
  app.post('/playground/chats/:id/acts', (c) => act(c, world));
  return app;
}

function stateOf(world: World): object {
  const { citizens, cityName, places = [] } = world.options;
  return {
    lastEventId: world.events.lastId(),
    bot: { ...shownBot(world.bot), username: world.bot.user.username },
    cityName,
    places,
    commands: shownCommands(world.bot),
    citizens,
    chats: world.chats.all().map((chat) => shownChat(world, chat)),
  };
}

function shownChat(world: World, { shape, entries, keyboard, blocked }: Chat): object {
  const sms = world.phones.of(shape.id);
  return { id: shape.id, entries: [...entries.values()], keyboard, blocked, sms };
}

function oneChat(c: Context, world: World): Response {
  const chat = world.chats.find(Number(c.req.param('id')));
  return chat ? c.json(shownChat(world, chat)) : (c.notFound() as Response);
}

async function act(c: Context, world: World): Promise<Response> {
  // Forms of other pages cannot send this type without asking first.
  if (!c.req.header('content-type')?.startsWith('application/json')) {
    return c.json({ kind: 'impossible', reason: 'an act is sent as application/json' }, 415);
  }
  if (Number(c.req.header('content-length') ?? Number.POSITIVE_INFINITY) > MAX_ACT_BYTES) {
    return c.json({ kind: 'impossible', reason: 'this is too big' }, 413);
  }
  const read = actSchema.safeParse(await c.req.json().catch(() => null));
  if (!read.success) {
    return c.json({ kind: 'impossible', reason: z.prettifyError(read.error) }, 400);
  }
  // Whoever follows the events from here on misses nothing that the act brings about.
  const after = world.events.lastId();
  const result = takeAct(world, Number(c.req.param('id')), read.data);
  return c.json({ ...result, after }, result.kind === 'impossible' ? 409 : 200);
}

function download(c: Context, world: World): Response {
  const file = world.files.find(c.req.param('id') ?? '');
  if (!file) return c.notFound() as Response;
  const isImage = /^image\/(png|jpeg)$/.test(file.mimeType);
  return c.body(file.bytes, 200, {
    'content-type': isImage ? file.mimeType : 'application/octet-stream',
    'x-content-type-options': 'nosniff',
    'content-disposition': `${isImage ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
  });
}
