import { createHmac, createSecretKey } from 'node:crypto';
import type { KeyedHash } from '../language/vocabulary.ts';

export type KeyedHasher = (kind: 'mobile' | 'national-id' | 'code', value: string) => KeyedHash;

/**
 * What stands in the database for a national id, a mobile or a renovation code: without the key it
 * cannot be found by trying them all. The kind is part of it, so that equal digits never match across kinds.
 *
 * @param piiKey 64 hex digits
 */
export function createKeyedHash(piiKey: string): KeyedHasher {
  // Made ready once: with plain bytes every hash would take six times as long.
  const key = createSecretKey(piiKey, 'hex');
  return (kind, value) => createHmac('sha256', key).update(`${kind}:${value}`).digest('hex');
}

/**
 * The key that the municipality's records service shares with the bot: made of `PII_KEY`, which it does not
 * reveal. With such a service every hash is made with this one, so that both speak of the same people.
 *
 * @returns 64 hex digits
 */
export function recordsKey(piiKey: string): string {
  return createHmac('sha256', Buffer.from(piiKey, 'hex')).update('records-service').digest('hex');
}
