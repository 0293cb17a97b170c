import type { z } from 'zod';
import { type BreakerRules, createCircuitBreaker } from '../../circuit-breaker.ts';
import { type Answer, fetchAnswer, type Service } from './fetch-answer.ts';
import { createRemembered } from './remembered.ts';
import { pathOf, type Route } from './routes.ts';
import { ServiceFailure } from './service-failure.ts';

/** For how long an answer may be used again. */
export interface Keep {
  /** Without asking at all. */
  freshMs: number;
  /** When the service is down. */
  staleMs: number;
}

export interface Asked {
  values?: readonly string[];
  query?: Record<string, string>;
  keep?: Keep;
}

/** What became of a question: `left-alone` where the service was down a moment ago. */
export type CallOutcome = 'ok' | 'failed' | 'left-alone';

export type AskService = <Schema extends z.ZodType>(
  route: Route<Schema>,
  asked?: Asked,
) => Promise<Answer<z.infer<Schema>>>;

const MOST_REMEMBERED = 500;
/** A wrong answer is no outage: one broken record must not keep everybody else from theirs. */
const BREAKER: BreakerRules = { mostFailures: 5, leftAloneMs: 10_000, isOutage };

const LEFT_ALONE = 'The records service was down a moment ago; not asked again yet';

function isOutage(error: unknown): boolean {
  return error instanceof ServiceFailure && error.kind === 'outage';
}

/**
 * Asks the service, through the breaker; where it is down, what was heard lately stands in. Absence is never
 * remembered: "not on record" is only ever said by the service itself, at that moment.
 */
export function createAskService(
  service: Service,
  clock: () => number,
  onCall: (outcome: CallOutcome) => void = () => {},
): AskService {
  const breaker = createCircuitBreaker(clock, BREAKER);
  const remembered = createRemembered(MOST_REMEMBERED, clock);
  const failed = (error: unknown): never => {
    onCall('failed');
    throw error;
  };
  return async function ask<Schema extends z.ZodType>(
    route: Route<Schema>,
    { values = [], query, keep }: Asked = {},
  ): Promise<Answer<z.infer<Schema>>> {
    const path = pathOf(route, values) + (query ? `?${new URLSearchParams(query)}` : '');
    const lately = (ms: number) => remembered.get<Answer<z.infer<Schema>>>(path, ms);
    const fresh = keep && lately(keep.freshMs);
    if (fresh) return fresh;
    try {
      const answer = await breaker.run(() => fetchAnswer(service, route, path).catch(failed));
      onCall(answer ? 'ok' : 'left-alone');
      if (!answer) throw new ServiceFailure(LEFT_ALONE, { kind: 'outage' });
      if (answer.kind !== 'found') remembered.forget(path);
      else if (keep) remembered.set(path, answer);
      return answer;
    } catch (error) {
      const stale = keep && isOutage(error) ? lately(keep.staleMs) : null;
      if (stale) return stale;
      throw error;
    }
  };
}
