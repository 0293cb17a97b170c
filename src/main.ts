import { startApp } from './app.ts';
import { readConfig, secretsOf } from './config.ts';
import { SetupError } from './errors.ts';
import { createLogger } from './logger.ts';

const STOP_MAY_TAKE_MS = 5_000;

const SIGNALS = ['SIGTERM', 'SIGINT'] as const;
/** Until the start is over nothing is in hand: what was begun in the database rolls back by itself. */
const leave = (): void => process.exit(0);
/** Changed, never taken off: a signal that came while nobody listened would be lost. */
let onSignal = leave;

let secrets: (string | undefined)[] = [];

try {
  for (const signal of SIGNALS) process.on(signal, () => onSignal());
  const config = readConfig(process.env);
  secrets = secretsOf(config);
  const app = await startApp(config, { onFatal: fail });
  console.log(
    app.playground
      ? `Pasokh's playground is open: ${app.address}`
      : `Pasokh answers on Telegram; its HTTP face is ${app.address}`,
  );
  onSignal = () => void stop(app);
} catch (error) {
  fail(error);
}

async function stop(app: Awaited<ReturnType<typeof startApp>>): Promise<void> {
  // A second signal, or work that does not end, must not keep the process alive.
  onSignal = leave;
  setTimeout(() => process.exit(0), STOP_MAY_TAKE_MS - 300).unref();
  await app.stop();
  process.exit(0);
}

function fail(error: unknown): never {
  if (error instanceof SetupError) console.error(error.message);
  else createLogger({ level: 'fatal', secrets }).fatal({ err: error }, 'Pasokh ends on a bug');
  process.exit(error instanceof SetupError ? 2 : 1);
}
