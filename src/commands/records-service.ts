import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { startExample } from '../../examples/records-service/start.ts';
import { readConfig } from '../config.ts';
import { SetupError, UpstreamError } from '../errors.ts';
import { ensureKeys } from '../keys.ts';
import { recordsKey } from '../records/keyed-hash.ts';

const USAGE = 'npm run records-service -- DIR';
/** Beside the bot's own port. */
const PORT = 8090;

/** Serves a folder of records files as the example records service, until a signal. */
try {
  const [dir, ...more] = process.argv.slice(2);
  if (!dir || more.length > 0) throw new SetupError(`must be given one folder: ${USAGE}`);
  const config = readConfig(process.env);
  const token = config.recordsToken ?? randomBytes(24).toString('base64url');
  const service = await startExample({
    dir: resolve(dir),
    recordsKey: recordsKey(ensureKeys(config).piiKey),
    token,
    host: '127.0.0.1',
    port: PORT,
  });
  if (service.report.reason) {
    await service.close();
    throw new SetupError(service.report.reason);
  }
  console.log(`RECORDS_URL=${service.address}`);
  // A token of one's own is not repeated.
  if (!config.recordsToken) console.log(`RECORDS_TOKEN=${token}`);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => void service.close());
  }
} catch (error) {
  const isExpected = error instanceof SetupError || error instanceof UpstreamError;
  console.error(isExpected ? error.message : error);
  process.exitCode = 2;
}
