import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/** What keeps mobiles and codes unreadable at rest, and on the buttons that carry them through a device. */
export interface SmsSecrets {
  /** @param about what the text belongs to: opened for anything else it is worth nothing */
  seal(text: string, about: string): string;
  /** Null for whatever was not sealed here for that. */
  open(sealed: string, about: string): string | null;
  hashCode(codeId: string, code: string): string;
}

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** @param piiKey 64 hex digits; the keys in use here are derived from it, each for one purpose */
export function createSmsSecrets(piiKey: string): SmsSecrets {
  const derived = (purpose: string) =>
    Buffer.from(hkdfSync('sha256', Buffer.from(piiKey, 'hex'), '', purpose, 32));
  const sealing = derived('pasokh sms sealing');
  const hashing = derived('pasokh sms codes');
  return {
    seal(text, about) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', sealing, nonce).setAAD(Buffer.from(about));
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
    },
    open(sealed, about) {
      const bytes = Buffer.from(sealed, 'base64url');
      if (bytes.length < NONCE_BYTES + TAG_BYTES) return null;
      const [nonce, tag, body] = [
        bytes.subarray(0, NONCE_BYTES),
        bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES),
        bytes.subarray(NONCE_BYTES + TAG_BYTES),
      ];
      const decipher = createDecipheriv('aes-256-gcm', sealing, nonce).setAAD(Buffer.from(about));
      decipher.setAuthTag(tag);
      try {
        return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
      } catch {
        return null;
      }
    },
    hashCode: (codeId, code) =>
      createHmac('sha256', hashing).update(`${codeId}:${code}`).digest('hex'),
  };
}
