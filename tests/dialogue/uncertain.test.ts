import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../src/database/database.ts';
import type { Reply, Turn } from '../../src/dialogue/turn.ts';
import type { Intent } from '../../src/language/vocabulary.ts';
import type { Tables } from '../../src/tables.ts';
import type { ModelReading } from '../../src/understanding/model.ts';
import type { Understanding } from '../../src/understanding/understanding.ts';
import { loadDemoCity, startTalk, type Talk } from '../conversations/talk.ts';
import { testDatabases } from '../helpers/database.ts';
import { NOW, understander } from '../helpers/understander.ts';

const WORDS = 'اون کاغذ و مدارک ملک خواهرم';
const CITIZEN = 9001;

describe.each(testDatabases())('a message that is not certain, on $name', ({ open }) => {
  let database: Database<Tables>;
  let talk: Talk;
  let asked: string[];
  beforeAll(async () => {
    database = await open<Tables>();
    await loadDemoCity(database);
  });
  afterAll(() => database?.close());
  beforeEach(async () => {
    talk = await startTalk(database);
    asked = [];
    await database.db.deleteFrom('bot.review').execute();
    await database.db.deleteFrom('bot.proofs').execute();
  });

  function understood(as: Partial<Understanding>): void {
    const understand: typeof understander.understand = (text, context) => {
      const {
        service: _,
        account: __,
        authority: ___,
        second: ____,
        ...real
      } = understander.understand(text, context);
      return { ...real, ...as };
    };
    talk.deps.understander = { ...understander, understand };
  }
  function model(reading: ModelReading | null): void {
    talk.deps.lastResort = {
      read: async ({ text }) => {
        asked.push(text);
        return reading;
      },
    };
  }
  const declined: Partial<Understanding> = {
    ...{ intent: 'none', confidence: 0.5, decision: 'none' },
    choices: ['debt', 'offices', 'permit'],
  };
  const guessed = (intent: Intent, confidence = 0.7): Partial<Understanding> => ({
    ...{ intent, confidence, decision: 'answer' },
    choices: [intent, 'offices', 'find-code'],
    ...(intent === 'requirements' && { service: 'clearance' }),
  });
  const doubtful: Partial<Understanding> = {
    ...{ intent: 'debt', confidence: 0.4, decision: 'ask' },
    choices: ['debt', 'offices', 'permit'],
  };

  const says = (text = WORDS) => talk.hears(CITIZEN, { kind: 'text', text }, NOW);
  const presses = (action: string) => talk.hears(CITIZEN, { kind: 'press', action }, NOW);
  const actions = ({ replies }: Turn) => replies.flatMap(actionsOf);
  const list = () =>
    database.db
      .selectFrom('bot.review')
      .select(['masked', 'reason', 'guessed', 'chosen'])
      .execute();

  it('answered below certainty has a way back, in at most three rows; a certain answer has none', async () => {
    understood(guessed('requirements'));
    const turn = await says();
    expect(actions(turn)).toContain('nt:requirements');
    for (const { buttons = [] } of turn.replies) expect(buttons.length).toBeLessThanOrEqual(3);
    understood(guessed('requirements', 0.99));
    expect(actions(await says())).not.toContain('nt:requirements');
  });

  it('refused, is asked about without what it was not, noted masked, with what is chosen then', async () => {
    understood(guessed('requirements'));
    await says(`${WORDS} کاظمیان ۹۹۹۰۰۰۰۰۱۸`);
    const turn = await presses('nt:requirements');
    expect(actions(turn)).toEqual([
      'w:offices:clearance',
      'w:find-code:clearance',
      'none-of-these',
    ]);
    const masked = `${WORDS} ‹word› ‹national-id›`;
    const noted = { masked, reason: 'not-that', guessed: 'requirements' };
    expect(await list()).toEqual([{ ...noted, chosen: null }]);
    await presses('w:find-code');
    await presses('w:offices');
    expect(await list()).toEqual([{ ...noted, chosen: 'find-code' }]);
  });

  it('does not carry on with the service that only what was refused implies', async () => {
    understood({ ...guessed('clearance'), service: 'clearance' });
    await talk.hears(CITIZEN, { kind: 'contact', own: true, phone: '09000001001' }, NOW);
    expect(actions(await says())).toContain('nt:clearance');
    expect(actions(await presses('nt:clearance'))[0]).toBe('w:offices');
  });

  it('refused by the button of an older answer, leads to the menu and notes nothing', async () => {
    understood(guessed('requirements'));
    await says();
    understood(guessed('offices', 0.99));
    await says();
    const turn = await presses('nt:requirements');
    expect(actions(turn)).toContain('w:debt');
    expect(await list()).toEqual([]);
  });

  it('declined, is noted; what a named authority is there for is not', async () => {
    understood(declined);
    await says();
    understood({ ...declined, authority: 'police' });
    await says();
    expect(await list()).toMatchObject([
      { masked: WORDS, reason: 'not-understood', guessed: 'none' },
    ]);
  });

  it('asked about in vain is noted; asked about and chosen is not', async () => {
    understood(doubtful);
    await says();
    await presses('w:permit');
    expect(await list()).toEqual([]);
    await says();
    await presses('none-of-these');
    expect(await list()).toMatchObject([{ reason: 'none-of-these', guessed: 'debt' }]);
  });

  it('is not noted when hardly a word of ours is in it, or when it is a long story', async () => {
    understood(declined);
    await says('کاظمیان ملک');
    await says('اون کاغذ و مدارک ملک '.repeat(12));
    expect(await list()).toEqual([]);
  });

  it('is not noted any more after five in a row, until something is understood', async () => {
    understood(declined);
    for (let i = 0; i < 8; i++) await says();
    expect(await list()).toHaveLength(5);
    understood(guessed('help', 0.99));
    await says();
    understood(declined);
    await says();
    expect(await list()).toHaveLength(6);
  });

  it('leaves no way from the list to the citizen once the next message has come', async () => {
    understood(declined);
    await says();
    expect(talk.state(CITIZEN).doubt?.noteId).toBeDefined();
    understood(guessed('offices', 0.99));
    await says();
    expect(JSON.stringify(talk.state(CITIZEN))).not.toContain('noteId');
  });

  describe('with a model', () => {
    it('is shown to it masked, when it would be declined', async () => {
      understood(declined);
      model(null);
      const turn = await says(`${WORDS} کاظمیان ۰۹۱۲۱۲۳۴۵۶۷`);
      expect(asked).toEqual([`${WORDS} ‹word› ‹mobile›`]);
      expect(turn.outcome).toBe('not-ours');
    });

    it.each<[ModelReading, Turn['outcome']]>([
      [{ intent: 'requirements', service: 'clearance' }, 'answered'],
      [{ intent: 'offices' }, 'answered'],
      [{ intent: 'help' }, 'answered'],
      [{ intent: 'request-status' }, 'needs-proof'],
      [{ intent: 'find-code' }, 'needs-proof'],
    ])(
      'is told at once what tells only, and no more than the proofs allow: %j',
      async (reading, outcome) => {
        understood(declined);
        model(reading);
        expect((await says()).outcome).toBe(outcome);
      },
    );

    it('is given a way back from what was told at once', async () => {
      understood(declined);
      model({ intent: 'requirements', service: 'clearance' });
      expect(actions(await says())).toContain('nt:requirements');
      expect(actions(await presses('nt:requirements'))[0]).toBe('w:debt:clearance');
    });

    it.each<Intent>([
      ...([
        'debt',
        'payment',
        'clearance',
        'violations',
        'transfer',
        'permit',
        'completion',
      ] as const),
      ...(['inquiry', 'change-use', 'subdivision', 'excavation', 'verify-certificate'] as const),
      ...(['book-inspection', 'reschedule-inspection', 'cancel-inspection', 'notify'] as const),
      ...(['complaint', 'operator', 'privacy', 'language'] as const),
    ])('is asked about, never asserted, as %s', async (intent) => {
      understood(declined);
      model({ intent });
      const turn = await says();
      expect(turn.outcome).toBe('asked');
      expect(actions(turn)[0]).toBe(`w:${intent}`);
      expect(actions(turn)).toContain('none-of-these');
      expect(turn.effects.map(({ kind }) => kind)).toEqual(['note-for-review']);
    });

    it('is not shown to it when surely nobody of ours is meant, or an authority is known', async () => {
      model({ intent: 'debt' });
      understood({ ...declined, confidence: 0.95 });
      await says();
      understood({ ...declined, authority: 'police' });
      await says();
      expect(asked).toEqual([]);
    });

    it('is shown to it when it is long and in doubt, not when it is short', async () => {
      understood(doubtful);
      model({ intent: 'offices' });
      expect((await says()).outcome).toBe('asked');
      expect(asked).toEqual([]);
      expect((await says('اون کاغذ و مدارک ملک '.repeat(6))).outcome).toBe('answered');
      expect(asked).toHaveLength(1);
    });

    it('is shown to it after «هیچ‌کدام», and what it says is asked, unless that was refused', async () => {
      understood(doubtful);
      model({ intent: 'find-code' });
      await says();
      expect(actions(await presses('none-of-these'))).toEqual(['w:find-code', 'none-of-these']);
      expect(actions(await presses('none-of-these'))).toContain('w:debt');
      expect(asked).toHaveLength(1);
      model({ intent: 'offices' });
      await says();
      expect((await presses('none-of-these')).outcome).toBe('not-understood');
    });

    it('of a model that says none of ours, is declined as ever', async () => {
      understood(declined);
      model({ intent: 'none' });
      expect((await says()).outcome).toBe('not-ours');
    });
  });
});

function actionsOf({ buttons = [] }: Reply): string[] {
  return buttons.flat().flatMap((button) => ('action' in button ? [button.action] : []));
}
