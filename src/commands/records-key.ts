import { readConfig } from '../config.ts';
import { ensureKeys } from '../keys.ts';
import { recordsKey } from '../records/keyed-hash.ts';
import { fail } from './fail.ts';

/** Prints the key that a municipality's records service makes its hashes with. */
try {
  console.log(recordsKey(ensureKeys(readConfig(process.env)).piiKey));
} catch (error) {
  fail(error);
}
