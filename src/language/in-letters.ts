/** Bytes as letters a to p: hex would now and then look like somebody's number, which the log withholds. */
export function inLetters(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('hex')
    .replace(/[0-9a-f]/g, (digit) => LETTERS[Number.parseInt(digit, 16)] ?? '');
}

const LETTERS = 'abcdefghijklmnop';
