import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/database/database.ts';
import { sealKeyOf } from '../../src/identity/audit-chain.ts';
import { proveMobile, writeAudit } from '../../src/identity/effects.ts';
import { createAccountHash } from '../../src/identity/erasures.ts';
import { sealAudit } from '../../src/identity/seal-audit.ts';
import { newKeys } from '../../src/keys.ts';
import { openStorage } from '../../src/open-storage.ts';
import type { Tables } from '../../src/tables.ts';
import { createPostgresDatabase } from '../helpers/database.ts';
import { run } from './run-command.ts';

const NOW = new Date('2026-11-21T08:00:00Z');
const keys = newKeys();

// Each command is a process of its own.
describe('the commands after a restore', { timeout: 120_000 }, () => {
  let store: Awaited<ReturnType<typeof createPostgresDatabase>>;
  let database: Database<Tables>;
  let folder: string;
  beforeAll(async () => {
    store = await createPostgresDatabase();
    database = await openStorage({ url: store.url });
    folder = await mkdtemp(join(tmpdir(), 'pasokh-command-'));
    const entry = { intent: 'debt', outcome: 'answered', objectHash: 'h', facts: [] };
    await writeAudit(database.db as never, { citizenId: 'telegram:1', now: NOW, entry });
  });
  afterAll(async () => {
    await database?.close();
    await store?.drop();
    await rm(folder, { recursive: true });
  });

  const command = async (name: string, ...args: string[]) => {
    const settings = { PII_KEY: keys.piiKey, SIGNING_KEY: keys.signingKey, DATA_DIR: folder };
    const ran = run(`src/commands/${name}.ts`, { ...settings, DATABASE_URL: store.url }, args);
    return { status: await ran.exit, output: ran.output(), errors: ran.errors() };
  };

  it('verify-audit says that the audit is whole, and names its last seal', async () => {
    const [seal] = await sealAudit(database.db as never, sealKeyOf(keys.signingKey), NOW);
    const { status, output } = await command('verify-audit', '--noted', `1:${seal?.seal}`);
    expect(status).toBe(0);
    expect(output).toContain('1 rows under 1 seals');
    expect(output).toContain(`1:${seal?.seal}`);
  });

  it('verify-audit ends with 1 and the first batch that was changed', async () => {
    await sql`alter table bot.audit disable trigger user`.execute(database.db);
    await sql`update bot.audit set outcome = 'x'`.execute(database.db);
    const { status, errors } = await command('verify-audit');
    expect(status).toBe(1);
    expect(errors).toContain('broken at seal 1');
  });

  it('verify-audit ends with 2 and one line when it is asked wrongly', async () => {
    const { status, errors } = await command('verify-audit', '--noted', 'x');
    expect(status).toBe(2);
    expect(errors.trim().split('\n')).toHaveLength(1);
  });

  it('reapply-erasures forgets those whom the log names', async () => {
    const citizenId = 'telegram:7';
    await proveMobile(database.db as never, {
      ...{ citizenId, mobileHash: 'm', mobileMasked: 'x', now: NOW },
    });
    const log = join(folder, 'pasokh.log');
    const erasure = createAccountHash(keys.signingKey)(citizenId);
    writeFileSync(log, `${JSON.stringify({ level: 'info', erasure })}\n`);
    const { status, output } = await command('reapply-erasures', log);
    expect([status, output]).toEqual([0, 'Erased again: 1\n']);
    expect(await database.db.selectFrom('bot.proofs').selectAll().execute()).toEqual([]);
    expect((await command('reapply-erasures', join(folder, 'none.log'))).status).toBe(2);
  });
});
