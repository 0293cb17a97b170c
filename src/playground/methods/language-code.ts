import { badRequest } from '../bot-api/refusal.ts';

/** Two letters of ISO 639-1, or empty for everybody. */
export function checkLanguage(code: string | undefined): void {
  if (code && !/^[a-z]{2}$/.test(code)) throw badRequest('LANGUAGE_CODE_INVALID');
}
