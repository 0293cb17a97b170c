import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/database/database.ts';
import { accessTo } from '../../src/identity/authorisation.ts';
import { createIdentity, type Identity } from '../../src/identity/create-identity.ts';
import { proveMobile } from '../../src/identity/effects.ts';
import { forgetCitizen } from '../../src/identity/forget-citizen.ts';
import {
  acceptAccess,
  endOfAccess,
  forgetOldGrants,
  giveAccess,
  openLink,
  takeBackAccess,
} from '../../src/identity/grant-effects.ts';
import type { GrantDays } from '../../src/identity/grants.ts';
import { look } from '../../src/identity/look.ts';
import { NO_PROOFS, type Proofs } from '../../src/identity/proofs.ts';
import { propertiesOf } from '../../src/identity/properties.ts';
import {
  createRepresentatives,
  hashToken,
  type Representatives,
} from '../../src/identity/representatives.ts';
import { standingOf } from '../../src/identity/standing.ts';
import type { IdentityTables } from '../../src/identity/tables.ts';
import { testDatabases } from '../helpers/database.ts';
import { file, party, recordsOf } from './sample-file.ts';

const NOW = new Date('2026-11-21T06:30:00Z');
const TODAY = '2026-11-21';
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const later = (ms: number) => new Date(NOW.getTime() + ms);
const GIVER = { nationalIdHash: 'id-1', mobileHash: 'mobile-1' };

describe.each(testDatabases())('access given by a link on $name', ({ open }) => {
  let database: Database<IdentityTables>;
  let identity: Identity;
  let representatives: Representatives;
  let count = 0;
  const fresh = (what: string) => `${what}${++count}`;
  beforeAll(async () => {
    database = await open<IdentityTables>();
    identity = createIdentity({ db: database.db });
    representatives = createRepresentatives({
      db: database.db,
      everyCodeHash: (code) => [`hash of ${code}`],
      startLink: (payload) => payload,
    });
  });
  afterAll(() => database.close());

  async function give(days: GrantDays = 7, giver = GIVER) {
    const [id, token, citizenId] = [fresh('grant'), fresh('token'), fresh('giver')];
    const grant = { id, code: 'A', giver, days, tokenHash: hashToken(token) };
    await giveAccess(database.db, { grant, citizenId, now: NOW });
    return { id, token, giverId: citizenId };
  }
  async function accept(id: string, citizenId: string, days: GrantDays = 7, now = NOW) {
    const mobileHash = `mobile of ${citizenId}`;
    await proveMobile(database.db, { citizenId, mobileHash, mobileMasked: '•••', now });
    expect(await openLink(database.db, { id, citizenId, now })).toBe('done');
    const until = endOfAccess(days, now);
    expect(await acceptAccess(database.db, { id, citizenId, until, now })).toBe('done');
  }
  const invitation = (token: string, citizenId: string, now = NOW) =>
    representatives.invitation({ token }, citizenId, now);
  const grantsOf = async (citizenId: string, now: Date) =>
    (await identity.proofsOf(citizenId, now)).grants;

  test('the link’s token stands in the database only as a hash', async () => {
    const { id, token } = await give();
    const row = await database.db
      .selectFrom('bot.grants')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    expect(JSON.stringify(row)).not.toContain(`"${token}"`);
    expect(row.token_hash).toMatch(/^[0-9a-f]{64}$/);
  });

  test('a link is worth something for a day, to whoever opens it first', async () => {
    const { id, token } = await give();
    const [first, second] = [fresh('someone'), fresh('someone')];
    expect(await invitation(token, first)).toMatchObject({ id, code: 'A', isOwn: false });
    expect(await invitation(token, first, later(DAY))).toBe(null);
    expect(await openLink(database.db, { id, citizenId: first, now: NOW })).toBe('done');
    expect(await openLink(database.db, { id, citizenId: second, now: NOW })).toBe('gone');
    expect(await invitation(token, second)).toBe(null);
    expect(await invitation(token, first)).not.toBe(null);
  });

  test('of two who open it at once only one gets in', async () => {
    const { id } = await give();
    const both = await Promise.all(
      [fresh('someone'), fresh('someone')].map((citizenId) =>
        openLink(database.db, { id, citizenId, now: NOW }),
      ),
    );
    expect(both.sort()).toEqual(['done', 'gone']);
  });

  test('a guessed token and one that was used lead nowhere', async () => {
    const { id, token } = await give();
    const representative = fresh('someone');
    await accept(id, representative);
    expect(await invitation(token, representative)).toBe(null);
    expect(await invitation('guessed', representative)).toBe(null);
  });

  test('a link opened too late is not accepted', async () => {
    const { id } = await give();
    const citizenId = fresh('someone');
    await openLink(database.db, { id, citizenId, now: NOW });
    const now = later(DAY);
    const until = endOfAccess(7, now);
    expect(await acceptAccess(database.db, { id, citizenId, until, now })).toBe('gone');
  });

  test.each([1, 7, 30, 90] as const)('%d days run from when it was accepted', async (days) => {
    const { id } = await give(days);
    const citizenId = fresh('someone');
    await accept(id, citizenId, days, later(HOUR));
    const end = HOUR + days * DAY;
    expect(await grantsOf(citizenId, later(end - 1))).toEqual([
      { id, code: 'A', giver: GIVER, until: later(end) },
    ]);
    expect(await grantsOf(citizenId, later(end))).toEqual([]);
  });

  test('taken back it is over at once, and only by the party that gave it', async () => {
    const { id } = await give();
    const citizenId = fresh('someone');
    await accept(id, citizenId);
    const stranger = { nationalIdHash: 'id-2', mobileHash: 'mobile-2' };
    await takeBackAccess(database.db, { id, giver: stranger, now: NOW });
    expect(await grantsOf(citizenId, NOW)).toHaveLength(1);
    await takeBackAccess(database.db, { id, giver: GIVER, now: NOW });
    expect(await grantsOf(citizenId, NOW)).toEqual([]);
  });

  test('its giver sees since when, until when and how often it was used', async () => {
    const giver = { nationalIdHash: 'id-7', mobileHash: 'mobile-7' };
    const waiting = await give(7, giver);
    const { id } = await give(7, giver);
    const citizenId = fresh('someone');
    await accept(id, citizenId);
    const given = await representatives.givenBy(giver, later(HOUR));
    expect(given.map((one) => one.id).sort()).toEqual([waiting.id, id].sort());
    expect(given.find((one) => one.id === waiting.id)?.representative).toBe(null);
    expect(given.find((one) => one.id === id)?.representative).toMatchObject({
      mobileMasked: '•••',
      since: NOW,
      until: later(7 * DAY),
      looks: 0,
      lastLook: null,
    });
    expect(await representatives.givenBy(giver, later(8 * DAY))).toEqual([]);
  });

  test.each(['giver', 'representative'] as const)(
    'erasing the data of the %s ends it',
    async (who) => {
      const { id, giverId } = await give();
      const citizenId = fresh('someone');
      await accept(id, citizenId);
      await forgetCitizen(database.db, {
        citizenId: who === 'giver' ? giverId : citizenId,
        now: NOW,
      });
      const left = database.db.selectFrom('bot.grants').select('id').where('id', '=', id);
      expect(await left.execute()).toEqual([]);
      expect(await grantsOf(citizenId, NOW)).toEqual([]);
    },
  );

  test('a month after its end nobody keeps it any more', async () => {
    const { id } = await give(1);
    await accept(id, fresh('someone'), 1);
    const left = () => database.db.selectFrom('bot.grants').select('id').where('id', '=', id);
    await forgetOldGrants(database.db, later(31 * DAY - 1));
    expect(await left().execute()).toHaveLength(1);
    await forgetOldGrants(database.db, later(31 * DAY + 1));
    expect(await left().execute()).toEqual([]);
  });

  test('a mobile that was proven before an erasure still asks its next account for the national id', async () => {
    const [before, after] = [fresh('someone'), fresh('someone')];
    const mobile = { hash: fresh('recycled'), masked: '•••' };
    const prove = (citizenId: string, now: Date) =>
      proveMobile(database.db, {
        citizenId,
        mobileHash: mobile.hash,
        mobileMasked: mobile.masked,
        now,
      });
    await prove(before, NOW);
    await forgetCitizen(database.db, { citizenId: before, now: later(HOUR) });
    expect((await identity.proofsAfter(after, mobile, later(DAY))).reused).toBe(true);
    await prove(after, later(DAY));
    expect((await identity.proofsOf(after, later(DAY))).reused).toBe(true);
    const traces = await database.db
      .selectFrom('bot.former_proofs')
      .selectAll()
      .where('mobile_hash', '=', mobile.hash)
      .execute();
    expect(traces).toEqual([{ mobile_hash: mobile.hash, first_proven_at: NOW }]);
  });
});

describe('who looks by an owner’s leave', () => {
  const until = later(7 * DAY);
  const grant = { id: 'g', code: 'A', giver: GIVER, until };
  const proven = (given: Partial<Proofs> = {}): Proofs => ({
    ...NO_PROOFS,
    mobile: { hash: 'mobile-9', masked: '•••', provenAt: NOW },
    current: true,
    grants: [grant],
    ...given,
  });
  const owned = file('A', { parties: [party('1'), party('2', { role: 'tenant' })] });
  const another = file('B', { parties: [party('1')] });

  test('sees that one property among theirs, and no other of its owner', async () => {
    const { records } = recordsOf(owned, another);
    const standing = await standingOf(records, proven());
    expect(propertiesOf(standing, TODAY)).toMatchObject({
      kind: 'one',
      property: { code: 'A', roles: [], represented: true },
    });
    expect((await look(records, standing, { code: 'A' }, TODAY)).kind).toBe('file');
    expect((await look(records, standing, { code: 'B' }, TODAY)).kind).toBe('not-shown');
  });

  test('sees what the table gives a representative, at L3 too', async () => {
    const { records } = recordsOf(owned);
    const standing = await standingOf(records, proven());
    const access = accessTo(owned, standing, TODAY);
    expect(access).toMatchObject({ level: 2, roles: [], representsUntil: until });
    expect([...access.facts].sort()).toEqual(['blocked', 'certificates', 'debts', 'requests']);
    expect(access.accounts.has('commission')).toBe(false);
    const tenant = file('A', { parties: [party('1'), party('9', { role: 'tenant' })] });
    const strong = await standingOf(
      recordsOf(tenant).records,
      proven({ party: 'id-9', strong: true }),
    );
    const more = accessTo(tenant, strong, TODAY);
    expect(more).toMatchObject({ level: 3, roles: ['tenant'] });
    expect(more.facts.has('violations')).toBe(false);
    expect(more.facts.has('co-owners')).toBe(false);
  });

  test.each([
    ['is removed', []],
    ['ends', [party('1', { validTo: '2026-11-20' })]],
    ['begins later', [party('1', { validFrom: '2026-11-22' })]],
    ['is another person', [party('3')]],
    ['has another mobile now', [party('1', { mobileHash: 'mobile-new' })]],
    ['is only a tenant', [party('1', { role: 'tenant' })]],
  ])('sees nothing at the next message once the giver %s', async (_, parties) => {
    const { records } = recordsOf(file('A', { parties }));
    const standing = await standingOf(records, proven());
    expect(propertiesOf(standing, TODAY)).toEqual({ kind: 'none' });
    expect((await look(records, standing, { code: 'A' }, TODAY)).kind).toBe('not-shown');
  });

  test('keeps their own properties beside it', async () => {
    const { records } = recordsOf(owned, file('C', { parties: [party('9')] }));
    const known = propertiesOf(await standingOf(records, proven()), TODAY);
    expect(known).toMatchObject({
      kind: 'several',
      properties: [{ code: 'C', roles: ['owner'] }, { code: 'A' }],
    });
  });

  test('without a recent contact of their own sees nothing', async () => {
    const { records } = recordsOf(owned);
    expect(await standingOf(records, proven({ current: false }))).toEqual({
      kind: 'needs-mobile',
    });
  });

  test('who owns it too is no representative of it', async () => {
    const both = file('A', { parties: [party('1'), party('9')] });
    const standing = await standingOf(recordsOf(both).records, proven());
    expect(accessTo(both, standing, TODAY).representsUntil).toBe(null);
  });
});
