import type { TestProject } from 'vitest/node';
import { type MadeDatabase, prepareDatabase } from './helpers/database-dump.ts';
import { startPostgres } from './helpers/private-postgres.ts';
import { startRedis } from './helpers/private-redis.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A PostgreSQL server on which databases may be made. */
    postgresUrl: string;
    redisUrl: string;
    /** The embedded database with every migration done. */
    embedded: MadeDatabase;
  }
}

/** What every test may rely on: real PostgreSQL, real Redis, a migrated embedded database to restore. */
export default async function globalSetup(project: TestProject): Promise<() => Promise<void>> {
  await using services = new AsyncDisposableStack();
  // Before anything may fail: what was started must not outlive a set-up that did not come about.
  const postgres = await startPostgres();
  services.defer(() => postgres.stop());
  const redis = await startRedis();
  services.defer(() => redis.stop());
  project.provide('postgresUrl', postgres.url);
  project.provide('redisUrl', redis.url);
  project.provide('embedded', await prepareDatabase());
  const started = services.move();
  return () => started.disposeAsync();
}
