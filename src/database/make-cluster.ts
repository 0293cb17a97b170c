import { PGlite } from '@electric-sql/pglite';

/** Makes a new embedded database in the folder it is given, and ends; see `new-cluster.ts`. */
const pglite = await PGlite.create({ dataDir: process.argv[2]! });
await pglite.close();
