import { createHash } from 'node:crypto';
import { Hono } from 'hono';
import type { PlaygroundOptions } from '../options.ts';
import { type Asset, loadAssets } from './assets.ts';
import { IMPORT_MAP, pageHtml } from './page-html.ts';

const POLICY = [
  "default-src 'none'",
  `script-src 'self' 'sha256-${createHash('sha256').update(IMPORT_MAP).digest('base64')}'`,
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' blob:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The chat page and its parts, all from this server: no bundler, nothing from the network. */
export function pageRoutes({ cityName }: PlaygroundOptions): Hono {
  const assets = loadAssets();
  const app = new Hono();
  app.get('/', (c) =>
    c.html(pageHtml(cityName), 200, {
      'content-security-policy': POLICY,
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    }),
  );
  app.get('/playground/assets/:name', (c) => {
    const asset: Asset | undefined = assets.get(c.req.param('name'));
    if (!asset) return c.notFound();
    if (c.req.header('if-none-match') === asset.etag) return c.body(null, 304);
    return c.body(asset.bytes, 200, {
      'content-type': asset.type,
      'cache-control': 'no-cache',
      etag: asset.etag,
      'x-content-type-options': 'nosniff',
    });
  });
  return app;
}
