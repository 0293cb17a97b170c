import { UpstreamError } from '../errors.ts';
import type { SendSms } from './send-sms.ts';

const ANSWER_MAY_TAKE_MS = 5_000;
/** Statuses that say "later" rather than "never". */
const LATER = new Set([408, 425, 429]);

/** The gateway of `docs/sms-gateway.md`. */
export function httpSmsGateway(gateway: { url: string; token?: string | undefined }): SendSms {
  const { url, token } = gateway;
  return async ({ to, text, key }, signal) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': key,
        ...(token && { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify({ to, text }),
      redirect: 'manual',
      signal: AbortSignal.any([signal, AbortSignal.timeout(ANSWER_MAY_TAKE_MS)]),
    }).catch((error: Error) => {
      // Its cause would carry the request.
      throw new UpstreamError(`the SMS gateway cannot be reached (${error.name})`);
    });
    await response.body?.cancel();
    const { status } = response;
    if (response.ok) return 'accepted';
    if (status >= 500 || LATER.has(status)) {
      throw new UpstreamError(`the SMS gateway answered ${status}`);
    }
    return 'refused';
  };
}
