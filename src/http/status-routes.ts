import { Hono } from 'hono';

export type Readiness = { ready: true } | { ready: false; reason: string };

/** For load balancers and supervisors: `/healthz` the process lives, `/readyz` updates can be answered. */
export function statusRoutes(readiness: () => Promise<Readiness>): Hono {
  const app = new Hono();
  app.get('/healthz', (c) => c.json({ alive: true }));
  app.get('/readyz', async (c) => {
    const state = await readiness();
    return c.json(state, state.ready ? 200 : 503);
  });
  return app;
}
