import { parseArgs } from 'node:util';
import type { Kysely } from 'kysely';
import { readConfig } from '../config.ts';
import { SetupError } from '../errors.ts';
import { sealKeyOf } from '../identity/audit-chain.ts';
import type { IdentityTables } from '../identity/tables.ts';
import { type Verdict, verifyAudit } from '../identity/verify-audit.ts';
import { ensureKeys } from '../keys.ts';
import { openStorage, recordsFolder } from '../open-storage.ts';
import { fail } from './fail.ts';

const USAGE = 'npm run verify-audit [-- --noted NUMBER:SEAL]';

const REASONS = {
  changed: 'its rows or its seal are not what was sealed',
  missing: 'it is missing',
  'other-key': 'it was sealed under another SIGNING_KEY',
} as const;

try {
  const noted = notedSeal(process.argv.slice(2));
  const config = readConfig(process.env);
  const { signingKey } = ensureKeys(config);
  const where = config.databaseUrl
    ? { url: config.databaseUrl }
    : { folder: recordsFolder(config) };
  const database = await openStorage(where);
  try {
    const db = database.db as unknown as Kysely<IdentityTables>;
    process.exitCode = tell(await verifyAudit(db, sealKeyOf(signingKey), noted));
  } finally {
    await database.close();
  }
} catch (error) {
  fail(error);
}

function tell(verdict: Verdict): 0 | 1 {
  if (verdict.kind === 'broken') {
    console.error(`The audit is broken at seal ${verdict.number}: ${REASONS[verdict.reason]}.`);
    return 1;
  }
  const { seals, rows, unsealed, last } = verdict;
  console.log(`The audit is whole: ${rows} rows under ${seals} seals, ${unsealed} not sealed yet.`);
  if (last) console.log(`The last seal is ${last}`);
  return 0;
}

function notedSeal(args: string[]): { number: number; seal: string } | undefined {
  try {
    const { noted } = parseArgs({ args, options: { noted: { type: 'string' } } }).values;
    if (noted === undefined) return undefined;
    const [, number, seal] = /^(\d{1,15}):([a-p]{64})$/.exec(noted) ?? [];
    if (number && seal) return { number: Number(number), seal };
  } catch {}
  throw new SetupError(`--noted must be a seal from the log, like 17:abc…; usage: ${USAGE}`);
}
