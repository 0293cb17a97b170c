import { crockford } from '../language/crockford.ts';

const LENGTH = 6;

/** A fresh number like `C-4F7K2M`. It names a complaint and opens nothing. */
export function newComplaintNumber(randomBytes: (count: number) => Uint8Array): string {
  return `C-${crockford(randomBytes(LENGTH))}`;
}
