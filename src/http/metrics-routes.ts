import { Hono } from 'hono';

/** `/metrics` in Prometheus's text form. */
export function metricsRoutes(metrics: { text(): Promise<string>; contentType: string }): Hono {
  const app = new Hono();
  app.get('/metrics', async (c) =>
    c.body(await metrics.text(), 200, { 'content-type': metrics.contentType }),
  );
  return app;
}
