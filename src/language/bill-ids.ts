/** The service digit that stands for municipal charges. */
const MUNICIPAL = '6';
const MOST_DIGITS = 13;
const RIALS_PER_UNIT = 1_000;

/** A municipal bill's id: file, company (3 digits), service 6, check digit. Latin digits, kept as text: leading zeros count. */
export function isBillId(text: string): boolean {
  return (
    /^\d{6,13}$/.test(text) &&
    text.at(-2) === MUNICIPAL &&
    endsInCheckDigit(text) &&
    /[1-9]/.test(text)
  );
}

/** Whether a payment id is well formed and belongs to that bill. */
export function isPaymentId(billId: string, paymentId: string): boolean {
  return (
    /^\d{6,13}$/.test(paymentId) &&
    endsInCheckDigit(paymentId.slice(0, -1)) &&
    endsInCheckDigit(billId + paymentId) &&
    amountOfPaymentId(paymentId) > 0
  );
}

/** @param file number of the file, up to 8 digits; @param company the city's number, up to 3 digits */
export function makeBillId(file: number | string, company: number | string): string {
  const body = `${file}${String(company).padStart(3, '0')}${MUNICIPAL}`;
  if (!/^\d+$/.test(body) || body.length >= MOST_DIGITS) throw new RangeError(`bill id: ${body}`);
  return body + checkDigit(body);
}

/**
 * @param rials a multiple of 1,000: payment ids carry no smaller amount
 * @param yearDigit last digit of the Jalali year
 * @param period number of the bill within the year, 1 to 99
 */
export function makePaymentId(
  billId: string,
  rials: number,
  yearDigit: number,
  period: number,
): string {
  if (rials <= 0 || rials % RIALS_PER_UNIT !== 0)
    throw new RangeError(`amount of a bill: ${rials}`);
  const body = `${rials / RIALS_PER_UNIT}${yearDigit}${String(period).padStart(2, '0')}`;
  const first = body + checkDigit(body);
  return first + checkDigit(billId + first);
}

/** Rials a payment id asks for. */
export function amountOfPaymentId(paymentId: string): number {
  return Number(paymentId.slice(0, -5)) * RIALS_PER_UNIT;
}

function endsInCheckDigit(digits: string): boolean {
  return checkDigit(digits.slice(0, -1)) === Number(digits.at(-1));
}

/** Weights 2 to 7 from the right, over and over; modulo 11. */
function checkDigit(digits: string): number {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    sum += Number(digits[digits.length - 1 - i]) * (2 + (i % 6));
  }
  const rest = sum % 11;
  return rest < 2 ? 0 : 11 - rest;
}
