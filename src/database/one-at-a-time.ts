import {
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PGliteAdapter,
  type QueryResult,
} from 'kysely';
import { UpstreamError } from '../errors.ts';
import { failureOf } from './failures.ts';
import type { Gate } from './gate.ts';

/**
 * Puts a gate before a dialect whose engine has one connection: whoever has waited past the limit is
 * turned away before anything was done, and the connection stays good for the next. Several dialects
 * with limits of their own may share the gate.
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

interface TimedConnection extends DatabaseConnection {
  inner: DatabaseConnection;
}

function gatedDriver(driver: Driver, gate: Gate, limitMs: number): Driver {
  const innerOf = (connection: DatabaseConnection) => (connection as TimedConnection).inner;
  return {
    init: (options) => driver.init(options),
    async acquireConnection(options) {
      await gate.enter(limitMs);
      return timed(await driver.acquireConnection(options), limitMs);
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

/**
 * The embedded engine runs inside this process and cannot be interrupted, so a statement that took
 * too long is refused afterwards: inside a transaction that undoes it.
 */
function timed(inner: DatabaseConnection, limitMs: number): TimedConnection {
  return {
    inner,
    async executeQuery<R>(query: Parameters<DatabaseConnection['executeQuery']>[0]) {
      const started = performance.now();
      let result: QueryResult<R>;
      try {
        result = await inner.executeQuery<R>(query);
      } catch (error) {
        throw failureOf(error);
      }
      const took = performance.now() - started;
      if (took > limitMs) {
        throw new UpstreamError(`A statement took ${Math.round(took)} ms of ${limitMs} ms`);
      }
      return result;
    },
    streamQuery: (query, chunkSize) => inner.streamQuery(query, chunkSize),
  };
}
