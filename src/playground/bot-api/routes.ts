import { type Context, Hono } from 'hono';
import { METHODS } from '../methods/all-methods.ts';
import { filePath } from '../world/files.ts';
import type { World } from '../world/world.ts';
import { checkFields } from './check-value.ts';
import { readParameters } from './read-parameters.ts';
import { Refusal } from './refusal.ts';

type Status = 200 | 400 | 401 | 403 | 404 | 409 | 413 | 429;

/** `/bot<token>/<method>` and `/file/bot<token>/<file path>`. */
export function botApiRoutes(world: World): Hono {
  const app = new Hono();
  app.on(['GET', 'POST'], '/:rest{bot.+}', async (c) => {
    const [token, name] = splitPath(c.req.path.slice('/bot'.length));
    if (token !== world.options.token) return refuse(c, new Refusal(401, 'Unauthorized'));
    return await call(c, world, name);
  });
  app.get('/file/:rest{bot.+}', (c) => {
    const path = decoded(c.req.path.slice('/file/bot'.length));
    const ofBot = `${world.options.token}/`;
    const fileId = /([^/.]+)[^/]*$/.exec(path)?.[1] ?? '';
    const file = path.startsWith(ofBot) ? world.files.find(fileId) : undefined;
    if (!file || path !== `${ofBot}${filePath(file)}`)
      return refuse(c, new Refusal(404, 'Not Found'));
    return c.body(file.bytes, 200, { 'content-type': 'application/octet-stream' });
  });
  return app;
}

async function call(c: Context, world: World, name: string): Promise<Response> {
  let parameters: Record<string, unknown> = {};
  try {
    const found = Object.hasOwn(METHODS, name) ? METHODS[name] : undefined;
    if (!found) throw new Refusal(404, 'Not Found: method not found');
    parameters = await readParameters(c.req.raw, found.fields);
    checkFields(parameters, found.fields, name);
    const result = await found.run(world, parameters as never, c.req.raw.signal);
    world.calls.add({ method: name, parameters, outcome: { ok: true } });
    return c.json({ ok: true, result });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { code, message: description } = error;
    world.calls.add({ method: name, parameters, outcome: { ok: false, code, description } });
    return refuse(c, error);
  }
}

function refuse(c: Context, { code, message: description, retryAfter }: Refusal): Response {
  const parameters = retryAfter === undefined ? {} : { parameters: { retry_after: retryAfter } };
  return c.json({ ok: false, error_code: code, description, ...parameters }, code as Status);
}

/** A token may hold any character, so the last slash divides it from what follows. */
function splitPath(path: string): [string, string] {
  const at = path.lastIndexOf('/');
  return [decoded(path.slice(0, at)), path.slice(at + 1)];
}

function decoded(written: string): string {
  try {
    return decodeURIComponent(written);
  } catch {
    return written;
  }
}
