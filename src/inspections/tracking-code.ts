import { crockford, readCrockford } from '../language/crockford.ts';

const LENGTH = 8;

/** A fresh code like `KH7M-2QXD`. It names a booking, it proves nothing: bookings answer their citizen only. */
export function newTrackingCode(randomBytes: (count: number) => Uint8Array): string {
  return grouped(crockford(randomBytes(LENGTH)));
}

/** A code as citizens type it; null for anything else. */
export function parseTrackingCode(text: string): string | null {
  const code = readCrockford(text, LENGTH);
  return code && grouped(code);
}

function grouped(code: string): string {
  return `${code.slice(0, LENGTH / 2)}-${code.slice(LENGTH / 2)}`;
}
