import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { World } from '../world/world.ts';

const smsSchema = z.strictObject({
  to: z.string().regex(/^09\d{9}$/),
  text: z.string().min(1).max(1000),
});

/** An SMS gateway as `docs/sms-gateway.md` describes it; what it takes in shows on the citizens' phones. */
export function smsRoutes(world: World): Hono {
  const app = new Hono();
  app.post('/playground/sms', (c) => receive(c, world));
  return app;
}

async function receive(c: Context, world: World): Promise<Response> {
  // Forms of other pages cannot send this type without asking first.
  if (!c.req.header('content-type')?.startsWith('application/json')) return c.body(null, 415);
  const read = smsSchema.safeParse(await c.req.json().catch(() => null));
  if (!read.success) return c.json({ reason: z.prettifyError(read.error) }, 400);
  world.phones.receive({ ...read.data, key: c.req.header('idempotency-key') });
  return c.body(null, 202);
}
