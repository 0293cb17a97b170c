import { newKeys } from '../keys.ts';

const keys = newKeys();
console.log(`PII_KEY=${keys.piiKey}\nSIGNING_KEY=${keys.signingKey}`);
