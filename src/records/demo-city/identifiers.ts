import { parseLegalId, parseNationalId } from '../../language/national-id.ts';

/** No real person's national id begins so. */
const NOBODYS_PREFIX = '999';

export function demoNationalId(serial: number): string {
  const body = `${NOBODYS_PREFIX}${String(serial).padStart(6, '0')}`;
  return withCheckDigit(body, parseNationalId);
}

export function demoLegalId(serial: number): string {
  const body = `1${NOBODYS_PREFIX}9${String(serial).padStart(5, '0')}`;
  return withCheckDigit(body, parseLegalId);
}

/** `0900000xxxx`: a range that is given to nobody. */
export function demoMobile(serial: number): string {
  return `0900000${String(serial).padStart(4, '0')}`;
}

function withCheckDigit(body: string, parse: (id: string) => string | null): string {
  for (let digit = 0; digit <= 9; digit++) {
    if (parse(`${body}${digit}`)) return `${body}${digit}`;
  }
  throw new RangeError(`no check digit fits ${body}`);
}
