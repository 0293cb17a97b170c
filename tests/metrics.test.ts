import { describe, expect, it } from 'vitest';
import { createMetrics } from '../src/metrics.ts';

const nothingWaits = async () => ({ messages: 0, oldestSeconds: 0 });
const aTurn = { intent: 'debt', outcome: 'answered', ms: 12 };

describe('metrics', () => {
  it('count turns by intent and outcome, and how long they took', async () => {
    const metrics = createMetrics(nothingWaits);
    metrics.bot.turn(aTurn);
    metrics.bot.turn(aTurn);
    const text = await metrics.text();
    expect(text).toContain('pasokh_turns_total{intent="debt",outcome="answered"} 2');
    expect(text).toContain('pasokh_turn_seconds_count 2');
  });

  it('give the share of requests that were answered at once', async () => {
    const metrics = createMetrics(nothingWaits);
    const requests = (['instant', 'instant', 'instant', 'visit'] as const).map((result) => ({
      intent: 'debt' as const,
      result,
    }));
    metrics.bot.turn({ ...aTurn, requests });
    const text = await metrics.text();
    expect(text).toContain('pasokh_instant_answer_rate 0.75');
    expect(text).toContain('pasokh_requests_total{intent="debt",result="visit"} 1');
  });

  it('name no rate before anybody has asked for anything', async () => {
    expect(await createMetrics(nothingWaits).text()).toContain('pasokh_instant_answer_rate Nan');
  });

  it.each(['bug', 'upstream-down', 'too-slow'])(
    'count a turn that ended in %s as an error',
    async (outcome) => {
      const metrics = createMetrics(nothingWaits);
      metrics.bot.turn({ ...aTurn, outcome });
      expect(await metrics.text()).toContain(`pasokh_errors_total{kind="${outcome}"} 1`);
    },
  );

  it('tell how much waits to be sent and for how long, as of now', async () => {
    const metrics = createMetrics(async () => ({ messages: 7, oldestSeconds: 3.5 }));
    const text = await metrics.text();
    expect(text).toContain('pasokh_outbox_messages 7');
    expect(text).toContain('pasokh_outbox_oldest_seconds 3.5');
  });

  it('come without the backlog while the database is down', async () => {
    const metrics = createMetrics(async () => {
      throw new Error('down');
    });
    metrics.bot.sent('sendMessage', 'sent');
    const text = await metrics.text();
    expect(text).toContain('pasokh_sends_total{method="sendMessage",delivery="sent"} 1');
    expect(text).toContain('pasokh_outbox_messages Nan');
  });
});
