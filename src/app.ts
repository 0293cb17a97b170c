import type { Update } from 'grammy/types';
import { Hono } from 'hono';
import type { Kysely } from 'kysely';
import type { Logger } from 'pino';
import { backlogOf } from './bot/backlog.ts';
import { type Bot, createBot } from './bot/bot.ts';
import { databaseSessions } from './bot/database-sessions.ts';
import { redisSessions } from './bot/redis-sessions.ts';
import type { SessionStore } from './bot/sessions.ts';
import { loadCity } from './city/load-city.ts';
import { composeHearing } from './compose-hearing.ts';
import { composeRecords, piiKeysOf, refuseImportBesideService } from './compose-records.ts';
import { composeSms } from './compose-sms.ts';
import { composeTrust } from './compose-trust.ts';
import { composeTurn } from './compose-turn.ts';
import { type Config, secretsOf } from './config.ts';
import { databaseClock } from './database/clock.ts';
import { retryConflicts } from './database/conflicts.ts';
import type { Database } from './database/database.ts';
import { type FolderLock, lockFolder } from './database/lock-folder.ts';
import { SetupError } from './errors.ts';
import { fencePlayground } from './fence.ts';
import { metricsRoutes } from './http/metrics-routes.ts';
import { type HttpServer, listen } from './http/server.ts';
import { type Readiness, statusRoutes } from './http/status-routes.ts';
import { webhookRoutes } from './http/webhook-routes.ts';
import { createIdentity } from './identity/create-identity.ts';
import { importWithKeys } from './import-with-keys.ts';
import type { Jobs } from './jobs/run-jobs.ts';
import { ensureKeys } from './keys.ts';
import { createLogger, logUncaught } from './logger.ts';
import { createMetrics } from './metrics.ts';
import { forgetChat } from './notifications/subscriptions.ts';
import type { NotificationTables } from './notifications/tables.ts';
import { openStorage, storageOf } from './open-storage.ts';
import { PATHS } from './paths.ts';
import { performEffect } from './perform-effect.ts';
import type { Playground } from './playground/playground.ts';
import { serveImports } from './records/import-service/serve-imports.ts';
import { databaseReviews } from './review/reviews.ts';
import { serveReviews } from './review/serve-reviews.ts';
import type { ReviewTables } from './review/tables.ts';
import { startJobs } from './start-jobs.ts';
import { PLAYGROUND_TOKEN, startPlayground } from './start-playground.ts';
import type { Tables } from './tables.ts';
import { webhookSettings } from './webhook-settings.ts';
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
  /** The database's clock when left out. */
  now?: () => Date;
  /** The intake has stopped for good; the process should end with this reason. */
  onFatal: (error: SetupError) => void;
}

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
  { now: given, onFatal }: AppSurroundings,
  parts: AsyncDisposableStack,
): Promise<Omit<App, 'stop'>> {
  const isPlayground = !config.botToken;
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
  const clock = await databaseClock(database.db);
  parts.defer(() => clock.stop());
  const now = given ?? clock.now;
  const piiKeys = piiKeysOf(config, keys);
  const trust = await composeTrust({ config, keys, piiKeys, db: database.db, logger, now });
  const { keyring } = trust;
  const keyedHash = keyring.hash;
  const source = composeRecords(config, database, now, (outcome) =>
    metrics.call('records', outcome),
  );
  const { records } = source;
  const wording = createWording(PATHS.locales);

  let bot: Bot | null = null;
  let jobs: Jobs | null = null;
  const sessions = await openSessions(config, database, logger);
  parts.defer(() => sessions.close());
  const http = new Hono();
  const status = statusRoutes(() => readiness(database, sessions, bot));
  http.route('/', status);
  const metrics = createMetrics(() => backlogOf(database.db));
  http.route('/', metricsRoutes(metrics));
  const webhook = webhookSettings(config, token);
  const receive = async (update: Update) => bot?.receive(update) ?? 'busy';
  if (webhook) http.route('/', webhookRoutes({ secret: webhook.secret, receive }));
  const playground = isPlayground
    ? await startPlayground({ database, records, keyedHash, wording, city, config, now })
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
        refuseImportBesideService(config);
        const report = await importWithKeys({ database, keys: piiKeys, now, ...request, ...how });
        await keyring.refresh();
        jobs?.soon('news');
        return report;
      },
      onBug: (error) => logger.error({ err: error }, 'an import failed'),
    });
    parts.defer(() => service.close());
  }
  if (!config.databaseUrl) {
    const reviews = databaseReviews(database.db as unknown as Kysely<ReviewTables>);
    const service = await serveReviews(config.dataDir, reviews);
    parts.defer(() => service.close());
  }

  const identity = createIdentity({ db: database.lanes.quick });
  const apiRoot = isPlayground ? server.address : config.telegramApiRoot;
  const sms = composeSms({
    ...{ config, piiKey: keys.piiKey, database, records, city, wording, metrics, logger, now },
    playground: isPlayground ? server.address : null,
  });
  const turn = trust.guard({
    takeTurn: await composeTurn({
      config,
      database,
      ...source,
      identity,
      city,
      keyedHash,
      everyCodeHash: (code) => keyring.everyHash('code', code),
      wording,
      ...{ sms, startLink: (payload: string) => bot?.startLink(payload) ?? '' },
      hearing: composeHearing({
        ...{ config, database, token, apiRoot, logger },
        onHeard: (outcome) => metrics.call('speech', outcome),
      }),
      logger,
      onModelCall: ({ outcome }) => metrics.call('model', outcome),
    }),
    performEffect: (tx, effect, who) => performEffect(tx, effect, { ...who, rules: city.booking }),
    sessions,
  });
  bot = createBot<Tables>({
    token,
    apiRoot,
    logger,
    ...{ db: database.db, lanes: database.lanes, isOnly: !config.databaseUrl, sessions },
    ...turn,
    retryConflicts,
    ...(webhook && { webhook }),
    observer: metrics.bot,
    ...(config.operatorsChatId !== undefined && { operatorsChatId: config.operatorsChatId }),
    wording,
    ...(city.billSample && { assets: { 'bill-sample': city.billSample } }),
    onClosed: (chatId) => forgetChat(database.db as unknown as Kysely<NotificationTables>, chatId),
    now,
    onFatal,
  });
  parts.defer(() => bot?.stop());
  await bot.start();
  jobs = startJobs({
    ...{ database, bot, ...source, identity, city, keyedHash, sessions, logger, now },
    workerId: bot.workerId,
    watchJobs: trust.jobs(metrics.guessing),
  });
  const codes = sms?.startSending();
  parts.defer(() => Promise.all([jobs?.stop(), codes?.stop()]).then(() => {}));
  const keyWatch = trust.watchKey(onFatal);
  parts.defer(() => keyWatch.stop());
  logger.info({ playground: isPlayground }, 'Pasokh is ready');
  return { address: server.address, playground };
}

/** With PostgreSQL any number of processes may share a folder; the embedded database allows one. */
function lockDataDir(config: Config): FolderLock | null {
  return config.databaseUrl ? null : lockFolder(config.dataDir, 'DATA_DIR');
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
