export interface Sms {
  /** `09…`, eleven digits. */
  to: string;
  text: string;
  /** Equal for every attempt at the same message, so that a gateway can send it once. */
  key: string;
}

/** `refused`: the gateway will never send this one. Throws `UpstreamError` when it may still, later. */
export type SendSms = (sms: Sms, signal: AbortSignal) => Promise<'accepted' | 'refused'>;
