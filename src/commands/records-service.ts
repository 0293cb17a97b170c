import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startExample } from '../../examples/records-service/start.ts';
import { readConfig } from '../config.ts';
import { SetupError } from '../errors.ts';
import { ensureKeys } from '../keys.ts';
import { recordsKey } from '../records/keyed-hash.ts';
import { fail } from './fail.ts';

const USAGE = 'npm run records-service -- DIR [--port 8090]';

/** Serves a folder of records files as the example records service, until a signal. */
try {
  await run();
} catch (error) {
  fail(error);
}

async function run(): Promise<void> {
  const { dir, port } = argumentsOf(process.argv.slice(2));
  const config = readConfig(process.env);
  const token = config.recordsToken ?? randomBytes(24).toString('base64url');
  const service = await startExample({
    dir: resolve(dir),
    recordsKey: recordsKey(ensureKeys(config).piiKey),
    token,
    host: '127.0.0.1',
    port,
  }).catch((cause) => {
    if (cause.code !== 'EADDRINUSE') throw cause;
    throw new SetupError(`port ${port} is in use; choose another: ${USAGE}`, { cause });
  });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => void service.close());
  }
  if (service.report.reason) {
    await service.close();
    throw new SetupError(service.report.reason);
  }
  console.log(`RECORDS_URL=${service.address}`);
  // A token of one's own is not repeated.
  if (!config.recordsToken) console.log(`RECORDS_TOKEN=${token}`);
}

function argumentsOf(args: string[]): { dir: string; port: number } {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { port: { type: 'string', default: '8090' } },
    });
    const [dir, ...more] = positionals;
    const port = Number(values.port);
    if (!dir || more.length > 0 || !Number.isInteger(port) || port < 0 || port > 65_535) {
      throw new SetupError(`must be given one folder and a port: ${USAGE}`);
    }
    return { dir, port };
  } catch (cause) {
    if (cause instanceof SetupError) throw cause;
    const reason = cause instanceof Error ? cause.message.split('. ')[0] : String(cause);
    throw new SetupError(`${reason}; usage: ${USAGE}`, { cause });
  }
}
