import { describe, expect, test } from 'vitest';
import { databaseSessions } from '../../src/bot/database-sessions.ts';
import { cleanUp } from '../../src/bot/housekeeping.ts';
import { SESSION_DAYS } from '../../src/bot/sessions.ts';
import type { BotTables } from '../../src/bot/tables.ts';
import { NEW_STATE } from '../../src/dialogue/state.ts';
import { sessionStoreContract } from '../contracts/session-store.ts';
import { testDatabases } from '../helpers/database.ts';
import { recordingLogger } from '../helpers/edge-bot.ts';
import { edgeSuite } from '../helpers/edge-suite.ts';

const DAY_MS = 86_400_000;

describe.each(testDatabases())('on $name', (engine) => {
  sessionStoreContract(async () => {
    const { db, close } = await engine.open<BotTables>();
    const { logger, log } = recordingLogger();
    return {
      store: databaseSessions(db, logger),
      log,
      close,
      async putStrange(key, value) {
        const row = { key, state: JSON.stringify(value), version: 4 };
        await db.insertInto('sessions').values(row).execute();
      },
    };
  });

  describe('in the database', () => {
    const suite = edgeSuite(engine);
    const sessions = () => databaseSessions(suite.db, recordingLogger().logger);
    const daysAgo = (days: number) => new Date(Date.now() - days * DAY_MS);

    test('a conversation that rested too long begins anew', async () => {
      const store = sessions();
      await store.save('telegram:2', NEW_STATE, null);
      const rested = { updated_at: daysAgo(SESSION_DAYS + 1) };
      await suite.db.updateTable('sessions').set(rested).execute();
      const { state, version } = await store.load('telegram:2');
      expect(state).toBeNull();
      expect(await store.save('telegram:2', NEW_STATE, version)).toMatchObject({
        kind: 'saved',
      });
      expect((await store.load('telegram:2')).state).toEqual(NEW_STATE);
    });

    test('cleaning up keeps claims for two days and conversations for a month', async () => {
      const store = sessions();
      const keys = ['telegram:3', 'telegram:4'];
      for (const [n, key] of keys.entries()) {
        await store.save(key, NEW_STATE, null);
        const rested = { updated_at: daysAgo(n === 0 ? SESSION_DAYS + 1 : SESSION_DAYS - 1) };
        await suite.db.updateTable('sessions').set(rested).where('key', '=', key).execute();
      }
      const claim = (id: number, days: number) => ({
        bot_id: suite.api.botId,
        update_id: id,
        claimed_at: daysAgo(days),
      });
      await suite.db
        .insertInto('update_claims')
        .values([claim(1, 3), claim(2, 1)])
        .execute();

      await cleanUp(suite.db, store, new Date(), recordingLogger().logger);

      const claims = suite.db.selectFrom('update_claims').select('update_id');
      expect(await claims.where('bot_id', '=', suite.api.botId).execute()).toEqual([
        { update_id: 2 },
      ]);
      expect(await suite.db.selectFrom('sessions').select('key').execute()).toEqual([
        { key: 'telegram:4' },
      ]);
    });
  });
});
