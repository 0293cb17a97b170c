import { readConfig } from '../config.ts';
import { SetupError } from '../errors.ts';
import { ensureKeys } from '../keys.ts';
import { recordsKey } from '../records/keyed-hash.ts';

/** Prints the key that a municipality's records service makes its hashes with. */
try {
  console.log(recordsKey(ensureKeys(readConfig(process.env)).piiKey));
} catch (error) {
  console.error(error instanceof SetupError ? error.message : error);
  process.exitCode = 2;
}
