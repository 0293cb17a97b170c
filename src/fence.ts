import type { Config } from './config.ts';
import { SetupError } from './errors.ts';
import { hasImportedRecords } from './open-storage.ts';

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|::1|\[::1\])$/i;

/**
 * In the playground anyone may be any citizen, so it never runs beside anything real. Throws `SetupError`
 * with the reason; the rules are those of the outer interface.
 */
export async function fencePlayground(config: Config): Promise<void> {
  const real = [
    config.databaseUrl && 'DATABASE_URL is set',
    config.recordsUrl && 'RECORDS_URL is set',
    config.webhookUrl && 'WEBHOOK_URL is set',
    !LOOPBACK.test(config.host) && `HOST ${config.host} is not a loopback address`,
  ].find(Boolean);
  const reason =
    real || ((await hasImportedRecords(config)) && `${config.dataDir} holds imported records`);
  if (!reason) return;
  throw new SetupError(
    `BOT_TOKEN is not set, and the playground does not start because ${reason}; set BOT_TOKEN, or use another DATA_DIR with no such setting`,
  );
}
