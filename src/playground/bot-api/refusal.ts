/** The Bot API says no; caught once, where it becomes Telegram's `{ok:false, …}`. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: number;
  readonly retryAfter: number | undefined;

  constructor(code: number, description: string, retryAfter?: number) {
    super(description);
    this.code = code;
    this.retryAfter = retryAfter;
  }
}

export function badRequest(reason: string): Refusal {
  return new Refusal(400, `Bad Request: ${reason}`);
}

/**
 * Telegram would accept the call and quietly send something else (text trimmed, marks removed,
 * buttons dropped). Here it is refused, so that the bot never relies on it.
 */
export function quietlyChanged(reason: string): Refusal {
  return badRequest(`refused by the playground, Telegram would quietly change it: ${reason}`);
}
