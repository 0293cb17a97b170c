import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { redisSessions } from '../../src/bot/redis-sessions.ts';
import type { SessionStore } from '../../src/bot/sessions.ts';
import type { TakeTurn } from '../../src/dialogue/turn.ts';
import { testDatabases } from '../helpers/database.ts';
import { recordingLogger, saying, turn } from '../helpers/edge-bot.ts';
import { edgeSuite } from '../helpers/edge-suite.ts';
import { eventually } from '../helpers/eventually.ts';
import { testRedisUrl } from '../helpers/redis.ts';
import { startTcpProxy, type TcpProxy } from '../helpers/tcp-proxy.ts';

/** Counts the messages of a conversation in its state. */
const counting: TakeTurn = async (state) => {
  const count = ((state as { count?: number }).count ?? 0) + 1;
  return turn([saying(`number ${count}`)], [], { ...state, count } as typeof state);
};

describe.each(testDatabases())('on $name', (engine) => {
  const suite = edgeSuite(engine);
  let proxy: TcpProxy;
  let sessions: SessionStore;

  beforeAll(async () => {
    const { hostname, port } = new URL(testRedisUrl());
    proxy = await startTcpProxy({ host: hostname, port: Number(port) });
    sessions = await redisSessions(`redis://127.0.0.1:${proxy.port}`, recordingLogger().logger);
  });
  afterAll(async () => {
    await sessions.close();
    await proxy.close();
  });

  test('each message finds the state that the one before it left, also while Redis is gone', async () => {
    const citizen = suite.api.botId;
    const answers = (count: number) =>
      eventually(() => expect(suite.api.textsTo(citizen)).toHaveLength(count));
    await suite.started({ sessions, takeTurn: counting });
    suite.api.says(citizen, 'a');
    suite.api.says(citizen, 'b');
    await answers(2);
    proxy.be('down');
    suite.api.says(citizen, 'c');
    suite.api.says(citizen, 'd');
    await answers(4);
    proxy.be('up');
    await eventually(() => sessions.check());
    suite.api.says(citizen, 'e');
    await answers(5);
    expect(suite.api.textsTo(citizen).join()).toMatch(/1.*2.*3.*4.*5/s);
    expect(await suite.db.selectFrom('sessions').select('key').execute()).toEqual([]);
  });
});
