import type { MessageArguments } from './messages.generated.ts';

export type MessageKey = keyof MessageArguments;

/** A sentence of `locales/`, named by its key, with what fills its gaps. Rendering picks the language. */
export type Sentence = { [K in MessageKey]: { key: K; args: MessageArguments[K] } }[MessageKey];

/** What a gap takes: plain text (escaped when rendered), a whole number, or another sentence. */
export type Gap = string | number | Sentence;

/** Names a sentence of `locales/`; key and gaps are checked by the compiler. */
export function say<K extends MessageKey>(
  key: K,
  ...args: keyof MessageArguments[K] extends never ? [] : [MessageArguments[K]]
): Sentence {
  return { key, args: args[0] ?? {} } as Sentence;
}
