/** One parameter or field, as a row of a compact table of the Bot API. */
export interface Field {
  /** `Integer`, `Float`, `String`, `Boolean`, `ChatId`, `InputFile`, `Array of …`, or a name of the object tables. */
  type: string;
  required?: true;
  /** Characters, both ends included. */
  length?: readonly [number, number];
  range?: readonly [number, number];
  oneOf?: readonly string[];
}

export type Fields = Record<string, Field>;
type Limits = Omit<Field, 'type' | 'required'>;

export function required(type: string, limits: Limits = {}): Field {
  return { type, required: true, ...limits };
}

export function optional(type: string, limits: Limits = {}): Field {
  return { type, ...limits };
}
