import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/database/database.ts';
import { createKeyedHash } from '../../src/records/keyed-hash.ts';
import type { Tables } from '../../src/tables.ts';
import { loadDemoCity, shown, startTalk, type Talk, TEST_KEY } from '../conversations/talk.ts';
import { testDatabases } from '../helpers/database.ts';

/** Has applied for the completion certificate of a property that others own, with an open matter on it. */
const APPLICANT = 9014;
const MOBILE = '09000001014';
const CODE = '1-5-140-6-1-0-0';
const NOW = new Date('2026-11-21T06:30:00Z');

describe.each(testDatabases())('an applicant without title, on $name', ({ open }) => {
  let database: Database<Tables>;
  let talk: Talk;
  beforeAll(async () => {
    database = await open<Tables>();
    await loadDemoCity(database);
    const mobileHash = createKeyedHash(TEST_KEY)('mobile', MOBILE);
    await sql`
      update records.requests
      set applicant_hash = (select id_hash from records.parties where mobile_hash = ${mobileHash})
      where request_no = '1405120077'
    `.execute(database.db);
    talk = await startTalk(database);
    await talk.hears(APPLICANT, { kind: 'contact', own: true, phone: MOBILE }, NOW);
  });
  afterAll(() => database?.close());

  const hears = async (text: string) => {
    const turn = await talk.hears(APPLICANT, { kind: 'text', text: `${text} ${CODE}` }, NOW);
    return turn.replies.flatMap((reply) => shown(reply, 'fa')).join('\n');
  };

  it('hears the stage of the own request, and that an open matter blocks it', async () => {
    const reply = await hears('پایان کار ملک');
    expect(reply).toContain('مرحله کمیسیون ماده صد');
    expect(reply).toContain('یک موضوع باز');
  });

  it('is offered no way to what the matter is', async () => {
    expect(await hears('پایان کار ملک')).not.toContain('کد ملی');
    const reply = await hears('تخلف ساختمانی ملک');
    expect(reply).toContain('فقط به مالک، وکیل یا وارث');
    expect(reply).not.toContain('اضافه طبقه');
  });

  it('hears nothing of what blocks a transfer that was not applied for', async () => {
    const reply = await hears('برای نقل و انتقال ملک مانعی هست؟');
    expect(reply).toContain('فقط به مالک، وکیل یا وارث');
    expect(reply).not.toContain('تومان');
  });
});
