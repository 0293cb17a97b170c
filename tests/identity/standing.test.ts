import { describe, expect, test } from 'vitest';
import { look } from '../../src/identity/look.ts';
import { NO_PROOFS, type Proofs } from '../../src/identity/proofs.ts';
import { propertiesOf } from '../../src/identity/properties.ts';
import { matchNationalId, standingOf } from '../../src/identity/standing.ts';
import { file, party, recordsOf, request } from './sample-file.ts';

const TODAY = '2026-11-21';

/** Own contact of the mobile of that person, and what else is given. */
function proven(id: string, given: Partial<Proofs> = {}): Proofs {
  const mobile = {
    hash: `mobile-${id}`,
    masked: '•••',
    provenAt: new Date('2026-11-20T08:00:00Z'),
  };
  return { ...NO_PROOFS, mobile, current: true, ...given };
}

/** A person and a firm under one mobile. */
const shared = [
  file('A', { parties: [party('1')] }),
  file('B', { parties: [party('firm', { mobileHash: 'mobile-1' })] }),
];

describe('who a mobile stands for', () => {
  test('without own contact nothing is asked of the records', async () => {
    const { records, asked } = recordsOf(file('A', { parties: [party('1')] }));
    expect(await standingOf(records, NO_PROOFS)).toEqual({ kind: 'needs-mobile' });
    expect(asked).toEqual([]);
  });

  test('a contact proven too long ago must be given again', async () => {
    const { records } = recordsOf(file('A', { parties: [party('1')] }));
    const standing = await standingOf(records, proven('1', { current: false }));
    expect(standing).toEqual({ kind: 'needs-mobile' });
  });

  test('a mobile on one file is that party with level 2', async () => {
    const { records } = recordsOf(file('A', { parties: [party('1')] }));
    expect(await standingOf(records, proven('1'))).toMatchObject({
      kind: 'party',
      level: 2,
      party: { nationalIdHash: 'id-1' },
    });
  });

  test('a mobile on no file is nobody', async () => {
    const { records } = recordsOf(file('A', { parties: [party('1')] }));
    expect(await standingOf(records, proven('2'))).toEqual({ kind: 'nobody' });
  });

  test('a mobile of several parties needs the national id before anything is listed', async () => {
    const { records } = recordsOf(...shared);
    const standing = await standingOf(records, proven('1'));
    expect(standing).toEqual({ kind: 'needs-national-id' });
    expect(propertiesOf(standing, TODAY)).toEqual({ kind: 'needs-national-id' });
    expect(await look(records, standing, { code: 'A' }, TODAY)).toEqual({ kind: 'not-shown' });
  });

  test('a mobile that another account proved before needs the national id too', async () => {
    const { records } = recordsOf(file('A', { parties: [party('1')] }));
    expect(await standingOf(records, proven('1', { reused: true }))).toEqual({
      kind: 'needs-national-id',
    });
  });

  test('the national id picks the party, and only that party is answered', async () => {
    const { records } = recordsOf(...shared);
    const standing = await standingOf(records, proven('1', { party: 'id-firm' }));
    expect(standing).toMatchObject({ level: 2, party: { nationalIdHash: 'id-firm' } });
    expect(await look(records, standing, { code: 'B' }, TODAY)).toMatchObject({ kind: 'file' });
    expect(await look(records, standing, { code: 'A' }, TODAY)).toEqual({ kind: 'not-shown' });
  });

  test('a national id of the last day is level 3, on a shared or re-used mobile as well', async () => {
    const { records } = recordsOf(...shared);
    const proofs = proven('1', { party: 'id-1', strong: true, reused: true });
    expect(await standingOf(records, proofs)).toMatchObject({ kind: 'party', level: 3 });
  });

  test('a proven party that is no longer on record with this mobile proves nothing', async () => {
    const { records } = recordsOf(file('A', { parties: [party('1')] }));
    const standing = await standingOf(records, proven('1', { party: 'id-gone', strong: true }));
    expect(standing).toMatchObject({ level: 2, party: { nationalIdHash: 'id-1' } });
    const reused = await standingOf(
      records,
      proven('1', { party: 'id-gone', strong: true, reused: true }),
    );
    expect(reused).toEqual({ kind: 'needs-national-id' });
  });

  test('a national id matches only parties on record with the proven mobile', async () => {
    const { records } = recordsOf(...shared, file('C', { parties: [party('3')] }));
    expect(await matchNationalId(records, proven('1'), 'id-firm')).toBe(true);
    expect(await matchNationalId(records, proven('1'), 'id-3')).toBe(false);
    expect(await matchNationalId(records, NO_PROOFS, 'id-1')).toBe(false);
    expect(await matchNationalId(records, proven('1', { current: false }), 'id-1')).toBe(false);
  });
});

describe('the properties on file', () => {
  async function known(proofs: Proofs, ...files: ReturnType<typeof file>[]) {
    return propertiesOf(await standingOf(recordsOf(...files).records, proofs), TODAY);
  }

  test('one property needs no code', async () => {
    expect(await known(proven('1'), file('A', { parties: [party('1')] }))).toEqual({
      kind: 'one',
      property: {
        code: 'A',
        address: 'Street of A',
        district: 3,
        level: 'parcel',
        roles: ['owner'],
        requestNos: [],
      },
    });
  });

  test('several are listed once each, with every role that counts today', async () => {
    const both = [party('1'), party('1', { role: 'guild-holder' })];
    const former = [party('1', { validTo: '2026-11-20' })];
    const result = await known(
      proven('1'),
      file('A', { parties: both }),
      file('B', { parties: former }),
      file('C', { parties: [party('1', { role: 'tenant' })] }),
    );
    expect(
      result.kind === 'several' && result.properties.map(({ code, roles }) => [code, roles]),
    ).toEqual([
      ['A', ['owner', 'guild-holder']],
      ['C', ['tenant']],
    ]);
  });

  test("an own request on another's property is listed without a role", async () => {
    const others = file('A', { parties: [party('2')], requests: [request('140501', '1')] });
    expect(await known(proven('1'), others)).toMatchObject({
      kind: 'one',
      property: { code: 'A', roles: [], requestNos: ['140501'], district: null },
    });
  });

  test('a party whose roles have all ended has none', async () => {
    const former = file('A', { parties: [party('1', { validTo: '2026-11-20' })] });
    expect(await known(proven('1'), former)).toEqual({ kind: 'none' });
  });
});

describe('looking at a file', () => {
  const own = file('A', { parties: [party('1')], requests: [request('140501', '2')] });
  const others = file('B', { parties: [party('2')], requests: [request('140502', '2')] });

  async function asking(asked: { code: string } | { requestNo: string }, id = '1') {
    const store = recordsOf(own, others);
    const standing = await standingOf(store.records, proven(id));
    store.asked.length = 0;
    return { found: await look(store.records, standing, asked, TODAY), asked: store.asked };
  }

  test('the own file is shown with what its owner may see', async () => {
    const { found } = await asking({ code: 'A' });
    expect(found).toMatchObject({ kind: 'file', file: { code: 'A' }, access: { level: 2 } });
  });

  test("an unknown code and another's code get the same outcome after the same work", async () => {
    const unknown = await asking({ code: 'Z' });
    const anothers = await asking({ code: 'B' });
    expect(unknown).toEqual({ found: { kind: 'not-shown' }, asked: [] });
    expect(anothers).toEqual(unknown);
  });

  test("an unknown request number and another's get the same outcome after the same work", async () => {
    const unknown = await asking({ requestNo: '999999' });
    const anothers = await asking({ requestNo: '140502' });
    expect(unknown).toEqual({ found: { kind: 'not-shown' }, asked: ['codeOfRequest'] });
    expect(anothers).toEqual(unknown);
  });

  test('an owner may ask for any request on the property, an applicant for the own', async () => {
    expect((await asking({ requestNo: '140501' })).found.kind).toBe('file');
    expect((await asking({ requestNo: '140501' }, '2')).found.kind).toBe('file');
  });

  test("an applicant learns nothing of another's request on the same property", async () => {
    const mixed = file('A', {
      parties: [party('1')],
      requests: [request('140501', '2'), request('140503', '1')],
    });
    const { records } = recordsOf(mixed);
    const standing = await standingOf(records, proven('2'));
    expect((await look(records, standing, { requestNo: '140503' }, TODAY)).kind).toBe('not-shown');
  });

  test('an owner who was removed is refused at the very next look', async () => {
    const store = recordsOf(own);
    const standing = await standingOf(store.records, proven('1'));
    own.parties[0] = party('new-owner');
    const found = await look(store.records, standing, { code: 'A' }, TODAY);
    own.parties[0] = party('1');
    expect(found).toEqual({ kind: 'not-shown' });
  });
});
