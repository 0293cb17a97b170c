const PERSIAN_ZERO = 0x06f0;

/** Persian and Arabic digits become Latin ones; everything else stays. */
export function toLatinDigits(text: string): string {
  return text.replace(/[۰-۹٠-٩]/g, (digit) => String(digit.charCodeAt(0) & 0xf));
}

/** Latin and Arabic digits become Persian ones; everything else stays. */
export function toPersianDigits(text: string | number): string {
  return String(text).replace(/[0-9٠-٩]/g, (digit) =>
    String.fromCharCode(PERSIAN_ZERO + (digit.charCodeAt(0) & 0xf)),
  );
}

/** Whether there is a digit of any script in it: most messages have none. */
export function hasDigit(text: string): boolean {
  return /[0-9۰-۹٠-٩]/.test(text);
}
