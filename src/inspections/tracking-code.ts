import { crockford } from '../language/crockford.ts';

const LENGTH = 8;

/** A fresh code like `KH7M-2QXD`. It names a booking, it proves nothing: bookings answer their citizen only. */
export function newTrackingCode(randomBytes: (count: number) => Uint8Array): string {
  const code = crockford(randomBytes(LENGTH));
  return `${code.slice(0, LENGTH / 2)}-${code.slice(LENGTH / 2)}`;
}
