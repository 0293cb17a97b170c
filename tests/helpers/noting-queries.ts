import type { Database } from '../../src/database/database.ts';

/** A database that notes every statement asked of it, without its values. */
export function notingQueries<Schema>(
  database: Database<Schema>,
  noted: string[],
): Database<Schema> {
  const { db } = database;
  const noting = db.withPlugin({
    transformQuery({ node, queryId }) {
      noted.push(db.getExecutor().compileQuery(node, queryId).sql);
      return node;
    },
    transformResult: async ({ result }) => result,
  });
  return { ...database, db: noting };
}
