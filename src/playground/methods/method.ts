import type { Fields } from '../bot-api/fields.ts';
import type { World } from '../world/world.ts';

/** One method of the Bot API: its parameters as a table, and what it does with them once they are checked. */
export interface Method {
  fields: Fields;
  run: (world: World, parameters: never, signal: AbortSignal) => unknown;
}

/** `P` describes the parameters as the table lets them through. */
export function method<P>(
  fields: Fields,
  run: (world: World, parameters: P, signal: AbortSignal) => unknown,
): Method {
  return { fields, run };
}
