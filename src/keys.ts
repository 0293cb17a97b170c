import { generateKeyPairSync, randomBytes } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Config } from './config.ts';
import { SetupError } from './errors.ts';

export interface Keys {
  /** 64 hex digits: keyed hashes of national ids and mobiles. */
  piiKey: string;
  /** Ed25519 private key, PKCS#8 DER in base64: certificate signatures. */
  signingKey: string;
}

export function newKeys(): Keys {
  const { privateKey } = generateKeyPairSync('ed25519');
  return {
    piiKey: randomBytes(32).toString('hex'),
    signingKey: privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'),
  };
}

/**
 * The keys in force. Those not set are made once in `DATA_DIR/keys.json` by whichever command comes first;
 * with `DATABASE_URL` several machines share the records, so both must be set.
 */
export function ensureKeys(config: Config): Keys {
  if (config.databaseUrl) {
    const missing = [!config.piiKey && 'PII_KEY', !config.signingKey && 'SIGNING_KEY'].filter(
      Boolean,
    );
    if (missing.length > 0) {
      throw new SetupError(
        `${missing.join(' and ')} must be set when DATABASE_URL is; "npm run keys" prints new ones`,
      );
    }
  }
  if (config.piiKey && config.signingKey) {
    return { piiKey: config.piiKey, signingKey: config.signingKey };
  }
  const kept = keptKeys(config.dataDir);
  return { piiKey: config.piiKey ?? kept.piiKey, signingKey: config.signingKey ?? kept.signingKey };
}

const KEPT = z.object({
  piiKey: z.string().regex(/^[0-9a-f]{64}$/),
  signingKey: z.string().min(40),
});

function keptKeys(dataDir: string): Keys {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const path = join(dataDir, 'keys.json');
  if (!existsSync(path)) writeOnce(path, JSON.stringify(newKeys(), null, 2));
  try {
    return KEPT.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (cause) {
    throw new SetupError(
      `${path}: must hold piiKey (64 hex digits) and signingKey; restore it from your backup`,
      { cause },
    );
  }
}

/** Two commands may start together: the file appears whole and the first one wins. */
function writeOnce(path: string, content: string): void {
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, content, { mode: 0o600 });
  chmodSync(draft, 0o600);
  try {
    linkSync(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}
