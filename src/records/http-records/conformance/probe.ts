import type { z } from 'zod';
import { type Answer, fetchAnswer, type Service } from '../fetch-answer.ts';
import { pathOf, type Route } from '../routes.ts';
import { ServiceFailure } from '../service-failure.ts';

export interface Finding {
  isRight: boolean;
  /** One line for whoever builds the service. */
  what: string;
}

/** Asks one thing and judges the answer. */
export interface Probe {
  /** @param judge what it says in a few words, or what is wrong with it */
  found<Schema extends z.ZodType>(
    route: Route<Schema>,
    values: readonly string[],
    judge: (value: z.infer<Schema>) => Finding,
  ): Promise<Finding>;
  /** The question is about what is on no file. */
  absent(route: Route, values: readonly string[]): Promise<Finding>;
}

/** A citizen waits for two or three answers in a row. */
const SLOW_MS = 1_000;

export function createProbe(service: Service, clock: () => number): Probe {
  async function timed<Schema extends z.ZodType>(
    route: Route<Schema>,
    values: readonly string[],
    judge: (answer: Answer<z.infer<Schema>>) => Finding,
  ): Promise<Finding> {
    const asked = clock();
    try {
      const { isRight, what } = judge(await fetchAnswer(service, route, pathOf(route, values)));
      const ms = Math.round(clock() - asked);
      const slow = ms > SLOW_MS ? ', which is slow' : '';
      return { isRight, what: `GET ${route.template}: ${what} (${ms} ms${slow})` };
    } catch (error) {
      return failure(error);
    }
  }
  return {
    found: (route, values, judge) =>
      timed(route, values, (answer) =>
        answer.kind === 'found' ? judge(answer.value) : wrong(`answered ${answer.kind}`),
      ),
    absent: (route, values) =>
      timed(route, values, ({ kind }) =>
        kind === 'not-found'
          ? right('says "not on record" of what is on no file')
          : wrong(`answered ${kind} where nothing can be on record`),
      ),
  };
}

export function right(what: string): Finding {
  return { isRight: true, what };
}

export function wrong(what: string): Finding {
  return { isRight: false, what };
}

export function failure(error: unknown): Finding {
  if (error instanceof ServiceFailure) return wrong(error.message);
  throw error;
}
