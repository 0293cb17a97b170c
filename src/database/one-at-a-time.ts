import { type DatabaseConnection, type Dialect, type Driver, PGliteAdapter } from 'kysely';
import { failureOf } from './failures.ts';
import type { Gate } from './gate.ts';

/**
 * Puts a gate before a dialect whose engine has one connection: whoever has waited past the limit is
 * turned away before anything was done, and the connection stays good for the next. Several dialects
 * with limits of their own may share the gate. A statement that has begun is not broken off: the engine
 * runs inside this process, which stands still meanwhile, so its answer is there or nothing is.
 */
export function oneAtATime(dialect: Dialect, gate: Gate, limitMs: number): Dialect {
  return {
    createAdapter: () => new GatedAdapter(),
    createDriver: () => gatedDriver(dialect.createDriver(), gate, limitMs),
    createIntrospector: (db) => dialect.createIntrospector(db),
    createQueryCompiler: () => dialect.createQueryCompiler(),
  };
}

class GatedAdapter extends PGliteAdapter {
  /** Else Kysely queues for the connection itself, and waits for ever. */
  override get supportsMultipleConnections(): boolean {
    return true;
  }
}

interface WrappedConnection extends DatabaseConnection {
  inner: DatabaseConnection;
}

function gatedDriver(driver: Driver, gate: Gate, limitMs: number): Driver {
  const innerOf = (connection: DatabaseConnection) => (connection as WrappedConnection).inner;
  return {
    init: (options) => driver.init(options),
    async acquireConnection(options) {
      await gate.enter(limitMs);
      return speaking(await driver.acquireConnection(options));
    },
    async releaseConnection(connection) {
      await driver.releaseConnection(innerOf(connection));
      gate.leave();
    },
    beginTransaction: (connection, settings) =>
      driver.beginTransaction(innerOf(connection), settings),
    commitTransaction: (connection) =>
      driver.commitTransaction(innerOf(connection)).catch((error) => {
        throw failureOf(error);
      }),
    rollbackTransaction: (connection) => driver.rollbackTransaction(innerOf(connection)),
    savepoint: (connection, name, compile) => driver.savepoint!(innerOf(connection), name, compile),
    rollbackToSavepoint: (connection, name, compile) =>
      driver.rollbackToSavepoint!(innerOf(connection), name, compile),
    releaseSavepoint: (connection, name, compile) =>
      driver.releaseSavepoint!(innerOf(connection), name, compile),
    destroy: (options) => driver.destroy(options),
  };
}

function speaking(inner: DatabaseConnection): WrappedConnection {
  return {
    inner,
    executeQuery: (query) =>
      inner.executeQuery<never>(query).catch((error) => {
        throw failureOf(error);
      }),
    streamQuery: (query, chunkSize) => inner.streamQuery(query, chunkSize),
  };
}
