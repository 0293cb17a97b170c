import type { Understanding } from '../../understanding/understanding.ts';
import type { Exchange } from '../exchange.ts';
import type { Input, Reply } from '../turn.ts';

/** What a small form has gathered so far; plain JSON. `kind` tells whose it is. */
export type SmallForm = never;

/** How one kind of small form takes what the citizen sends. Null: it is about something else. */
export interface SmallFormHandler<Form extends { kind: string }> {
  text(exchange: Exchange, form: Form, understood: Understanding): Promise<Reply[] | null>;
  /** A photo, a location and so on, where the form has a use for it. */
  other?(exchange: Exchange, form: Form, input: Input): Promise<Reply[] | null>;
}
