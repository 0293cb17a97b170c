import { Hono } from 'hono';
import type { Kysely } from 'kysely';
import type { Logger } from 'pino';
import { backlogOf } from './bot/backlog.ts';
import { type Bot, createBot } from './bot/bot.ts';
import { databaseSessions } from './bot/database-sessions.ts';
import { cleanUp } from './bot/housekeeping.ts';
import { redisSessions } from './bot/redis-sessions.ts';
import type { SessionStore } from './bot/sessions.ts';
import { loadCity } from './city/load-city.ts';
import { composeTurn } from './compose-turn.ts';
import { type Config, secretsOf } from './config.ts';
import type { Database } from './database/database.ts';
import { type FolderLock, lockFolder } from './database/lock-folder.ts';
import { SetupError } from './errors.ts';
import { fencePlayground } from './fence.ts';
import { metricsRoutes } from './http/metrics-routes.ts';
import { type HttpServer, listen } from './http/server.ts';
import { type Readiness, statusRoutes } from './http/status-routes.ts';
import { createIdentity } from './identity/create-identity.ts';
import { forgetOldMisses } from './identity/forget-citizen.ts';
import { ensureKeys } from './keys.ts';
import { createLogger, logUncaught } from './logger.ts';
import { createMetrics } from './metrics.ts';
import type { Rounds } from './notifications/rounds.ts';
import { forgetChat } from './notifications/subscriptions.ts';
import type { NotificationTables } from './notifications/tables.ts';
import { openStorage, playgroundFolder, recordsFolder } from './open-storage.ts';
import { PATHS } from './paths.ts';
import { performEffect } from './perform-effect.ts';
import type { Playground } from './playground/playground.ts';
import { importRecords } from './records/import/import-records.ts';
import { serveImports } from './records/import-service/serve-imports.ts';
import { createKeyedHash } from './records/keyed-hash.ts';
import { postgresRecords } from './records/postgres-records.ts';
import { PLAYGROUND_TOKEN, startPlayground } from './start-playground.ts';
import { startKeptQuestions, startNews } from './start-rounds.ts';
import type { Tables } from './tables.ts';
import { createWording } from './wording/wording.ts';

export interface App {
  /** Where its HTTP face is. */
  address: string;
  /** The local Telegram, when no token is set. */
  playground: Playground | null;
  /** Finishes what is in hand; within five seconds. */
  stop(): Promise<void>;
}

export interface AppSurroundings {
  now: () => Date;
  /** The intake has stopped for good; the process should end with this reason. */
  onFatal: (error: SetupError) => void;
}

const CLEAN_UP_EVERY_MS = 3_600_000;

/** The composition root: the only place where the parts and their adapters meet. */
export async function startApp(config: Config, surroundings: AppSurroundings): Promise<App> {
  const parts = new AsyncDisposableStack();
  try {
    const app = await compose(config, surroundings, parts);
    return { ...app, stop: () => parts.disposeAsync() };
  } catch (error) {
    await parts.disposeAsync();
    throw error;
  }
}

async function compose(
  config: Config,
  { now, onFatal }: AppSurroundings,
  parts: AsyncDisposableStack,
): Promise<Omit<App, 'stop'>> {
  const isPlayground = !config.botToken;
  if (!isPlayground) refuseUnsupported(config);
  const lock = lockDataDir(config);
  parts.defer(() => lock?.release());
  if (isPlayground) await fencePlayground(config);
  const keys = ensureKeys(config);
  const token = config.botToken ?? PLAYGROUND_TOKEN;
  const logger = createLogger({
    level: config.logLevel,
    secrets: [token, keys.piiKey, keys.signingKey, ...secretsOf(config)],
  });
  logUncaught(logger);

  const city = await loadCity(config.cityDir);
  const database = await openStorage(storageOf(config));
  parts.defer(() => database.close());
  const keyedHash = createKeyedHash(keys.piiKey);
  const records = postgresRecords(database.db);
  const wording = createWording(PATHS.locales);

  let bot: Bot | null = null;
  let news: Rounds | null = null;
  const sessions = await openSessions(config, database, logger);
  parts.defer(() => sessions.close());
  const http = new Hono();
  http.route(
    '/',
    statusRoutes(() => readiness(database, sessions, bot)),
  );
  const metrics = createMetrics(() => backlogOf(database.db));
  http.route('/', metricsRoutes(metrics));
  const playground = isPlayground
    ? await startPlayground({ database, records, keyedHash, wording, cityName: city.name, now })
    : null;
  if (playground) {
    http.route('/', playground.app);
    parts.defer(() => playground.close());
  }
  const server = await listenOn(config, http);
  parts.defer(() => server.close());
  if (!isPlayground && !config.databaseUrl) {
    const service = await serveImports({
      dataDir: config.dataDir,
      async run(request, how) {
        const report = await importRecords({ database, keyedHash, now, ...request, ...how });
        news?.soon();
        return report;
      },
      onBug: (error) => logger.error({ err: error }, 'an import failed'),
    });
    parts.defer(() => service.close());
  }

  const identity = createIdentity({ db: database.db });
  const takeTurn = await composeTurn({
    config,
    database,
    records,
    identity,
    city,
    keyedHash,
    wording,
  });
  bot = createBot<Tables>({
    token,
    apiRoot: isPlayground ? server.address : config.telegramApiRoot,
    logger,
    db: database.db,
    sessions,
    takeTurn,
    ...(config.operatorsChatId !== undefined && { operatorsChatId: config.operatorsChatId }),
    performEffect: (tx, effect, who) => performEffect(tx, effect, { ...who, rules: city.booking }),
    wording,
    ...(city.billSample && { assets: { 'bill-sample': city.billSample } }),
    onClosed: (chatId) => forgetChat(database.db as unknown as Kysely<NotificationTables>, chatId),
    now,
    onFatal,
  });
  parts.defer(() => bot?.stop());
  await bot.start();
  const rounds = { database, bot, records, identity, city, keyedHash, logger, now };
  news = startNews(rounds);
  const keptQuestions = startKeptQuestions(rounds);
  parts.defer(() => Promise.all([news?.stop(), keptQuestions.stop()]).then(() => {}));
  parts.defer(cleanUpNowAndThen(database, sessions, now));
  logger.info({ playground: isPlayground }, 'Pasokh is ready');
  return { address: server.address, playground };
}

function refuseUnsupported(config: Config): void {
  const [name] = config.unsupported;
  if (!name) return;
  throw new SetupError(
    `${name} is set, but this version has long polling and imported records only; leave ${name} empty`,
  );
}

/** With PostgreSQL any number of processes may share a folder; the embedded database allows one. */
function lockDataDir(config: Config): FolderLock | null {
  return config.databaseUrl ? null : lockFolder(config.dataDir, 'DATA_DIR');
}

function storageOf(config: Config): { url: string } | { folder: string } {
  if (config.databaseUrl) return { url: config.databaseUrl };
  return { folder: config.botToken ? recordsFolder(config) : playgroundFolder(config) };
}

async function openSessions(
  config: Config,
  database: Database<Tables>,
  logger: Logger,
): Promise<SessionStore> {
  if (config.redisUrl) return redisSessions(config.redisUrl, logger);
  return databaseSessions(database.db, logger);
}

async function listenOn(config: Config, http: Hono): Promise<HttpServer> {
  try {
    return await listen(http, config.host, config.port);
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? String(cause);
    throw new SetupError(
      `HOST ${config.host} and PORT ${config.port} cannot be listened on (${code}); choose another PORT, or 0 for any free one`,
      { cause },
    );
  }
}

async function readiness(
  database: Database<Tables>,
  sessions: SessionStore,
  bot: Bot | null,
): Promise<Readiness> {
  try {
    await database.db.selectNoFrom((eb) => eb.lit(1).as('one')).execute();
    await sessions.check();
  } catch (error) {
    return { ready: false, reason: error instanceof Error ? error.name : 'unknown' };
  }
  const health = bot?.healthy() ?? { ok: false, reason: 'starting' };
  return health.ok ? { ready: true } : { ready: false, reason: health.reason };
}

function cleanUpNowAndThen(
  database: Database<Tables>,
  sessions: SessionStore,
  now: () => Date,
): () => void {
  const timer = setInterval(() => {
    // Left-overs do no harm until the next round.
    cleanUp(database.db, sessions, now()).catch(() => {});
    forgetOldMisses(database.db, now()).catch(() => {});
  }, CLEAN_UP_EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}
