import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { SessionStore } from '../../src/bot/sessions.ts';
import { NEW_STATE, type State } from '../../src/dialogue/state.ts';

export interface SessionStoreUnderTest {
  store: SessionStore;
  /** Puts something into the store that no version of the program wrote. */
  putStrange(key: string, value: object): Promise<void>;
  log(): string;
  close(): Promise<void>;
}

/** What every keeper of conversations promises. */
export function sessionStoreContract(open: () => Promise<SessionStoreUnderTest>): void {
  let under: SessionStoreUnderTest;
  let store: SessionStore;
  let key: string;

  beforeAll(async () => {
    under = await open();
    store = under.store;
  });
  beforeEach(() => {
    key = `telegram:${randomUUID()}`;
  });
  afterAll(() => under.close());

  const english: State = { ...NEW_STATE, locale: 'en' };

  test('a citizen never heard of has no conversation', async () => {
    expect(await store.load(key)).toEqual({ state: null, version: null });
  });

  test('what was saved is loaded, field by field', async () => {
    const state = { ...english, more: { list: [1, 'دو', null], none: null } } as State;
    await store.save(key, state, null);
    expect((await store.load(key)).state).toEqual(state);
  });

  test('a save over what was loaded replaces it', async () => {
    await store.save(key, NEW_STATE, null);
    const { version } = await store.load(key);
    const saved = await store.save(key, english, version);
    const { state, version: after } = await store.load(key);
    expect(state).toEqual(english);
    expect(saved).toEqual({ kind: 'saved', version: after });
  });

  test('a save over what somebody else has written since is lost, and theirs stays', async () => {
    await store.save(key, NEW_STATE, null);
    const { version } = await store.load(key);
    await store.save(key, english, version);
    const late = { ...NEW_STATE, late: true } as State;
    expect(await store.save(key, late, version)).toEqual({ kind: 'lost' });
    expect((await store.load(key)).state).toEqual(english);
  });

  test('two first saves: one stays, one is lost', async () => {
    const outcomes = await Promise.all([
      store.save(key, english, null),
      store.save(key, NEW_STATE, null),
    ]);
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['lost', 'saved']);
  });

  test('of twenty writers at once none overwrites another', async () => {
    let lost = 0;
    const add = async (n: number): Promise<void> => {
      const { state, version } = await store.load(key);
      const seen = ((state as { seen?: number[] } | null)?.seen ?? []) as number[];
      const next = { ...NEW_STATE, seen: [...seen, n] } as State;
      const saved = await store.save(key, next, version);
      if (saved.kind === 'lost') {
        lost++;
        await add(n);
      }
    };
    const writers = Array.from({ length: 20 }, (_, n) => n);
    await Promise.all(writers.map(add));
    const { state } = await store.load(key);
    expect((state as unknown as { seen: number[] }).seen.toSorted((a, b) => a - b)).toEqual(
      writers,
    );
    expect(lost).toBeGreaterThan(0);
  });

  test('conversations of two citizens are kept apart', async () => {
    await store.save(key, english, null);
    expect((await store.load(`${key}0`)).state).toBeNull();
  });

  test.each([
    ['of another version', { version: 999, locale: 'fa' }],
    ['that is none of ours', { hello: 'world' }],
  ])('a state %s begins anew, is reported, and can be written over', async (_, strange) => {
    await under.putStrange(key, strange);
    const { state, version } = await store.load(key);
    expect(state).toBeNull();
    expect(under.log()).toContain('a stored conversation cannot be read');
    expect(await store.save(key, english, version)).toMatchObject({ kind: 'saved' });
    expect((await store.load(key)).state).toEqual(english);
  });

  test('a store that is up says so', async () => {
    await expect(store.check()).resolves.toBeUndefined();
  });
}
