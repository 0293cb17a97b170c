import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/database/database.ts';
import type { Tables } from '../../src/tables.ts';
import { testDatabases } from '../helpers/database.ts';
import { forget } from './forget.ts';
import { loadDemoCity, startTalk } from './talk.ts';
import { play } from './transcript.ts';

const FOLDER = join(import.meta.dirname, 'transcripts');
/** `UPDATE_TRANSCRIPTS=1` writes what the bot says now; read the difference before committing it. */
const isUpdating = process.env.UPDATE_TRANSCRIPTS === '1';

describe.each(testDatabases())('transcripts on $name', ({ name, open }) => {
  let database: Database<Tables>;
  beforeAll(async () => {
    database = await open<Tables>();
    await loadDemoCity(database);
  });
  afterAll(() => database?.close());

  const files = readdirSync(FOLDER).filter((file) => file.endsWith('.txt'));
  it.each(files)('%s', async (file) => {
    const path = join(FOLDER, file);
    const written = readFileSync(path, 'utf8');
    await forget(database);
    const spoken = await play(written, await startTalk(database));
    if (isUpdating && name === 'PGlite') writeFileSync(path, spoken);
    else expect(spoken).toBe(written);
  });
});
