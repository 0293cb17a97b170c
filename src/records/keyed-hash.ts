import { createHmac } from 'node:crypto';
import type { KeyedHash } from '../language/vocabulary.ts';

export type KeyedHasher = (kind: 'mobile' | 'national-id' | 'code', value: string) => KeyedHash;

/**
 * What stands in the database for a national id, a mobile or a renovation code: without the key it
 * cannot be found by trying them all. The kind is part of it, so that equal digits never match across kinds.
 *
 * @param piiKey 64 hex digits
 */
export function createKeyedHash(piiKey: string): KeyedHasher {
  const key = Buffer.from(piiKey, 'hex');
  return (kind, value) => createHmac('sha256', key).update(`${kind}:${value}`).digest('hex');
}
