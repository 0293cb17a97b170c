import { parseArgs } from 'node:util';
import { readConfig } from '../config.ts';
import { SetupError } from '../errors.ts';
import { ensureKeys } from '../keys.ts';
import { parseMobile } from '../language/mobile.ts';
import { parseRenovationCode } from '../language/renovation-code.ts';
import { checkService, type OnRecord } from '../records/http-records/conformance/check-service.ts';
import { createKeyedHash, recordsKey } from '../records/keyed-hash.ts';
import { fail } from './fail.ts';

const USAGE =
  'npm run check-records -- URL [--code RENOVATION_CODE] [--mobile MOBILE] [--request NUMBER]';

try {
  process.exitCode = await run();
} catch (error) {
  fail(error);
}

async function run(): Promise<0 | 2> {
  const config = readConfig(process.env);
  const { url, code, mobile, request } = argumentsOf(process.argv.slice(2));
  const address = url ?? config.recordsUrl;
  if (!address) throw new SetupError(`must be given an address, or RECORDS_URL be set: ${USAGE}`);
  if (!/^https?:\/\//.test(address) || !URL.canParse(address)) {
    throw new SetupError('the address must begin with http:// or https://');
  }
  const onRecord: OnRecord = {
    ...(code !== undefined && { code: read(code, parseRenovationCode, '--code') }),
    ...(request !== undefined && { requestNo: request }),
    ...(mobile !== undefined && {
      mobileHash: createKeyedHash(recordsKey(ensureKeys(config).piiKey))(
        'mobile',
        read(mobile, parseMobile, '--mobile'),
      ),
    }),
  };
  const service = { url: address.replace(/\/+$/, ''), token: config.recordsToken };
  let faults = 0;
  for await (const { isRight, what } of checkService(service, onRecord, () => performance.now())) {
    if (!isRight) faults++;
    console.log(`${isRight ? 'right' : 'WRONG'}  ${what}`);
  }
  console.log(faults === 0 ? 'All is right.' : `${faults} to be put right.`);
  return faults === 0 ? 0 : 2;
}

function argumentsOf(args: string[]) {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        code: { type: 'string' },
        mobile: { type: 'string' },
        request: { type: 'string' },
      },
    });
    return { ...values, url: positionals[0] };
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.split('. ')[0] : String(cause);
    throw new SetupError(`${reason}; usage: ${USAGE}`, { cause });
  }
}

function read(given: string, parse: (text: string) => string | null, name: string): string {
  const value = parse(given);
  if (value === null) throw new SetupError(`${name} cannot be read; usage: ${USAGE}`);
  return value;
}
