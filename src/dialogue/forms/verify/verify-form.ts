import type { IsoDate, RenovationCode } from '../../../language/vocabulary.ts';

/** The three things printed on a certificate that prove together that one holds it in hand. */
export interface VerifyForm {
  kind: 'verify-certificate';
  number: string | null;
  code: RenovationCode | null;
  issuedOn: IsoDate | null;
}

export type FilledVerifyForm = VerifyForm & { number: string; code: string; issuedOn: string };

export function isFilled(form: VerifyForm): form is FilledVerifyForm {
  return form.number !== null && form.code !== null && form.issuedOn !== null;
}
