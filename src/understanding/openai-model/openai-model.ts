import OpenAI, { BadRequestError } from 'openai';
import { zodResponseFormat } from 'openai/helpers/zod';
import { boundedFetch } from '../../bounded-fetch.ts';
import type { Intent } from '../../language/vocabulary.ts';
import type { AskModel, ModelAnswer } from '../model.ts';
import { ANSWER_SCHEMA, readingOf } from './answer.ts';
import { instruction } from './instruction.ts';

export interface ModelAccess {
  /** Undefined: the address of OpenAI itself. */
  baseUrl: string | undefined;
  apiKey: string | undefined;
  model: string | undefined;
}

const OPENAI = 'https://api.openai.com/v1';
const USUAL_MODEL = 'gpt-4o-mini';
/** The client insists on one; servers of one's own may want none. */
const NO_KEY = 'none';
/** Room for one that thinks aloud before its few words. */
const MOST_TOKENS = 1_000;
const MOST_ANSWER_BYTES = 64 * 1024;
const TIMEOUT_MS = 3_000;

type Format = NonNullable<OpenAI.ChatCompletionCreateParams['response_format']>;
const BY_SCHEMA: Format = zodResponseFormat(ANSWER_SCHEMA, 'sorted');
const ANY_JSON: Format = { type: 'json_object' };

/**
 * Any server that speaks OpenAI's `POST /chat/completions`. A server that does not know answers by schema is asked
 * for plain JSON from then on. Only the fixed instruction and the masked message go out.
 */
export function openaiModel(
  { baseUrl, apiKey, model = USUAL_MODEL }: ModelAccess,
  titleOf: (intent: Intent) => string,
): AskModel {
  const client = new OpenAI({
    baseURL: baseUrl ?? OPENAI,
    apiKey: apiKey ?? NO_KEY,
    // Settings of the environment that other programs may want are none of ours.
    ...{ adminAPIKey: null, organization: null, project: null, webhookSecret: null },
    logLevel: 'off',
    maxRetries: 0,
    timeout: TIMEOUT_MS,
    fetch: boundedFetch(MOST_ANSWER_BYTES),
  });
  const system = instruction(titleOf);
  let format = BY_SCHEMA;
  const ask = (masked: string, signal: AbortSignal) =>
    client.chat.completions.create(
      {
        model,
        messages: [
          { role: 'system', content: system },
          { role: 'user', content: masked },
        ],
        response_format: format,
        max_completion_tokens: MOST_TOKENS,
      },
      { signal },
    );
  return async (masked, signal) => {
    try {
      return answerOf(await ask(masked, signal));
    } catch (error) {
      if (format !== BY_SCHEMA || !knowsNoSchema(error)) throw error;
      format = ANY_JSON;
      return answerOf(await ask(masked, signal));
    }
  };
}

function knowsNoSchema(error: unknown): boolean {
  return error instanceof BadRequestError && /json_schema|response_format/i.test(error.message);
}

/** Refusals, calls of tools and answers cut short have no content to use. */
function answerOf(completion: OpenAI.ChatCompletion): ModelAnswer {
  const choice = completion.choices[0];
  const content = choice?.finish_reason === 'stop' ? choice.message.content : null;
  const { prompt_tokens: prompt, completion_tokens: written } = completion.usage ?? {};
  return {
    reading: content ? readingOf(content) : null,
    tokens: { prompt: whole(prompt), completion: whole(written) },
  };
}

/** What a server counts is not always a number. */
function whole(count: unknown): number {
  return Number.isSafeInteger(count) && (count as number) >= 0 ? (count as number) : 0;
}
