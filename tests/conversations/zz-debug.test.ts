import { readFileSync } from 'node:fs';
import { it } from 'vitest';
import type { Tables } from '../../src/tables.ts';
import { testDatabases } from '../helpers/database.ts';
import { loadDemoCity, startTalk } from './talk.ts';
import { play } from './transcript.ts';
it('debug', async () => {
  const database = await testDatabases()[0]!.open<Tables>();
  await loadDemoCity(database);
  for (const f of (process.env.FILES ?? '').split(',')) {
    for (const t of ['proofs', 'misses', 'bookings']) await database.db.deleteFrom(`bot.${t}` as never).execute();
    const lines = readFileSync(f, 'utf8').split('\n').filter((l) => !l.startsWith('<') && !l.startsWith('  '));
    const talk = await startTalk(database);
    for (let n = 1; n <= lines.length; n++) {
      if (n < lines.length) continue;
    }
    let last = '';
    for (let n = 2; n <= lines.length; n++) {
      for (const t of ['proofs', 'misses', 'bookings']) await database.db.deleteFrom(`bot.${t}` as never).execute();
      try { last = await play(lines.slice(0, n).join('\n'), await startTalk(database)); } catch (e) { console.log(last, '\n!!', lines[n - 1], String(e)); break; }
    }
    void talk;
  }
  await database.close();
});
