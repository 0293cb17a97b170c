import type { z } from 'zod';
import { readJson } from './read-body.ts';
import type { Route } from './routes.ts';
import { ServiceFailure } from './service-failure.ts';
import { NOT_FOUND_ANSWER, NOT_OFFERED_ANSWER } from './wire-answers.ts';

export type Answer<Value> =
  | { kind: 'found'; value: Value }
  | { kind: 'not-found' }
  | { kind: 'not-offered' };

export interface Service {
  /** Without a slash at its end. */
  url: string;
  token: string | undefined;
}

/** Three questions in a row, as a request looked up by its number takes, still end within eight seconds. */
const LIMIT_MS = 2_500;
const DOWN_FOR_NOW = [502, 503, 504];

/**
 * Asks one thing, once more where the service only stumbled, all within the limit. "Not on record" is the
 * documented body alone: a page of some proxy, a half answer or a wrong one throws `ServiceFailure`.
 *
 * @param path with its query, as it goes over the wire
 */
export async function fetchAnswer<Schema extends z.ZodType>(
  service: Service,
  route: Route<Schema>,
  path: string,
): Promise<Answer<z.infer<Schema>>> {
  const signal = AbortSignal.timeout(LIMIT_MS);
  try {
    return await tryOnce(service, route, path, signal);
  } catch (error) {
    if (!(error instanceof ServiceFailure && error.mayPass) || signal.aborted) throw error;
    return tryOnce(service, route, path, signal);
  }
}

async function tryOnce<Schema extends z.ZodType>(
  service: Service,
  route: Route<Schema>,
  path: string,
  signal: AbortSignal,
): Promise<Answer<z.infer<Schema>>> {
  let response: Response | undefined;
  try {
    response = await fetch(`${service.url}${path}`, {
      headers: {
        accept: 'application/json',
        ...(service.token && { authorization: `Bearer ${service.token}` }),
      },
      // Wherever it would lead, the token and the question were not meant for it.
      redirect: 'manual',
      signal,
    });
    return await judge(response, route);
  } catch (cause) {
    await response?.body?.cancel().catch(() => {});
    throw cause instanceof ServiceFailure ? cause : broken(route, signal, cause);
  }
}

async function judge<Schema extends z.ZodType>(
  response: Response,
  route: Route<Schema>,
): Promise<Answer<z.infer<Schema>>> {
  const { status } = response;
  if (status === 200)
    return { kind: 'found', value: checkedAnswer(route, await readJson(response, route.template)) };
  if (status === 404 || status === 501) {
    const said = await readJson(response, route.template);
    if (status === 404 && NOT_FOUND_ANSWER.safeParse(said).success) return { kind: 'not-found' };
    if (status === 501 && NOT_OFFERED_ANSWER.safeParse(said).success)
      return { kind: 'not-offered' };
  }
  const isDown = status >= 500 && status !== 501;
  throw new ServiceFailure(`GET ${route.template}: the records service answered ${status}`, {
    kind: isDown ? 'outage' : 'wrong-answer',
    mayPass: DOWN_FOR_NOW.includes(status),
  });
}

function checkedAnswer<Schema extends z.ZodType>(
  { template, answer }: Route<Schema>,
  body: unknown,
): z.infer<Schema> {
  const checked = answer.safeParse(body);
  if (checked.success) return checked.data;
  // The path and the rule, never the value: it may be personal.
  const [issue] = checked.error.issues;
  const where = issue?.path.join('.') || 'the answer';
  throw new ServiceFailure(`GET ${template}: ${where}: ${issue?.message}`, {
    kind: 'wrong-answer',
  });
}

function broken({ template }: Route, signal: AbortSignal, cause: unknown): ServiceFailure {
  const reason = signal.aborted ? `took more than ${LIMIT_MS} ms` : 'could not be reached';
  return new ServiceFailure(`GET ${template}: the records service ${reason}`, {
    kind: 'outage',
    mayPass: !signal.aborted,
    cause,
  });
}
