import type { MiddlewareHandler } from 'hono';

const LOOPBACK = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;

/**
 * Only this machine's own pages and programs. A foreign `Host` means that somebody's name was made to
 * point here (DNS rebinding); a foreign `Origin` or fetch site means that another site's page is asking.
 */
export const loopbackOnly: MiddlewareHandler = async (c, next) => {
  const host = c.req.header('host') ?? new URL(c.req.url).host;
  if (!LOOPBACK.test(host)) return c.text('The playground answers only on this machine.\n', 403);
  const origin = c.req.header('origin');
  if (origin !== undefined && origin !== `http://${host}`) {
    return c.text('The playground answers no other page.\n', 403);
  }
  const isForeign = ['cross-site', 'same-site'].includes(c.req.header('sec-fetch-site') ?? '');
  // Following a link to the page is fine, loading its parts or posting from elsewhere is not.
  const isVisit = c.req.method === 'GET' && c.req.header('sec-fetch-mode') === 'navigate';
  if (isForeign && !(isVisit && c.req.path === '/')) {
    return c.text('The playground answers no other page.\n', 403);
  }
  await next();
};
