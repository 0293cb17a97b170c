import type { Wish } from '../../wish.ts';

/** The proof of a mobile by a code. The mobile itself is not kept: what was typed is forgotten with the turn. */
export interface SmsForm {
  kind: 'sms-code';
  /** What is answered once the mobile is proven. */
  then?: Wish;
  /** The code that was asked for last; null while the mobile is asked. */
  asked: {
    codeId: string;
    mobileMasked: string;
    expiresAt: string;
    /** Only where Shahkar will want it. */
    sealed?: string;
  } | null;
}
