import { hash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { HttpBindings } from '@hono/node-server';
import type { Update } from 'grammy/types';
import { type Context, Hono } from 'hono';
import type { Received } from '../bot/webhook.ts';
import { readBody } from './read-body.ts';

/** Telegram's longest update is a tenth of it. */
const MOST_BYTES = 1_000_000;
const BODY_MAY_TAKE_MS = 3_000;
/** When to come again, in seconds. */
const BUSY = { 'retry-after': '1' };

export interface WebhookParts {
  secret: string;
  /** `busy` until updates can be taken. */
  receive(update: Update): Promise<Received>;
}

/**
 * `POST /telegram`: answers 200 once an update is dealt with for good, anything else when it has to come again.
 * Whoever doesn't know the secret learns and changes nothing.
 */
export function webhookRoutes({ secret, receive }: WebhookParts): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>();
  const expected = digest(secret);

  app.post('/telegram', async (c) => {
    const request = c.env.incoming as IncomingMessage;
    const given = request.headers['x-telegram-bot-api-secret-token'];
    if (typeof given !== 'string' || !timingSafeEqual(digest(given), expected)) {
      return refuse(c, 401);
    }
    if (!isJson(request)) return refuse(c, 400);
    const body = await readBody(request, { mostBytes: MOST_BYTES, withinMs: BODY_MAY_TAKE_MS });
    if (body.kind === 'too-large') return refuse(c, 413);
    if (body.kind === 'too-slow') return refuse(c, 408);
    const update = body.kind === 'read' ? updateIn(body.text) : null;
    if (!update) return refuse(c, 400);
    const received = await receive(update);
    if (received === 'busy') return c.body(null, 503, BUSY);
    return c.body(null, received === 'done' ? 200 : 500);
  });
  return app;
}

/** What is left of the body is not waited for. */
function refuse(c: Context, status: 400 | 401 | 408 | 413): Response {
  return c.body(null, status, { connection: 'close' });
}

/** Equal in length whatever was given, so that comparing tells nothing. */
function digest(text: string): Buffer {
  return hash('sha256', text, 'buffer');
}

function isJson({ headers }: IncomingMessage): boolean {
  return /^application\/json\s*(?:;|$)/i.test(headers['content-type'] ?? '');
}

/** Null for whatever Telegram would not send. */
function updateIn(text: string): Update | null {
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return null;
    const { update_id: id } = parsed as { update_id?: unknown };
    return Number.isSafeInteger(id) && (id as number) >= 0 ? (parsed as Update) : null;
  } catch {
    return null;
  }
}
