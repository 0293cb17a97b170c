import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig, secretsOf } from '../src/config.ts';
import { SetupError } from '../src/errors.ts';

const read = (environment: Record<string, string>) => readConfig(environment, 'no such file');

describe('settings', () => {
  it('have a default each: with none at all the playground listens on loopback', () => {
    expect(read({})).toMatchObject({
      botToken: undefined,
      telegramApiRoot: 'https://api.telegram.org',
      host: '127.0.0.1',
      port: 8080,
      logLevel: 'info',
    });
  });

  it('count as not set when they are empty', () => {
    expect(read({ BOT_TOKEN: '', PORT: '', DATABASE_URL: '' })).toMatchObject({
      botToken: undefined,
      port: 8080,
      databaseUrl: undefined,
    });
  });

  it('come from the environment first and from the file beneath it', () => {
    const folder = mkdtempSync(join(tmpdir(), 'pasokh-env-'));
    const file = join(folder, '.env');
    writeFileSync(file, 'BOT_TOKEN=from-file\nPORT=9000\nLOG_LEVEL=warn\n');
    const config = readConfig({ PORT: '9001', LOG_LEVEL: '' }, file);
    rmSync(folder, { recursive: true });
    expect(config).toMatchObject({ botToken: 'from-file', port: 9001, logLevel: 'warn' });
  });

  it('do not judge the form of a token; the server does', () => {
    expect(read({ BOT_TOKEN: 'anything' }).botToken).toBe('anything');
  });

  it.each([
    ['PORT', '70000', '0 to 65535'],
    ['PORT', 'http', '0 to 65535'],
    ['DATABASE_URL', 'mysql://x', 'postgres://'],
    ['REDIS_URL', 'localhost:6379', 'redis://'],
    ['RECORDS_URL', 'https://us:secret@records.example.ir', 'no user'],
    ['RECORDS_TOKEN', 'two words', 'without spaces'],
    ['TELEGRAM_API_ROOT', 'api.telegram.org', 'https://'],
    ['PII_KEY', 'short', '64 hex digits'],
    ['LOG_LEVEL', 'loud', 'fatal, error, warn'],
    ['OPERATORS_CHAT_ID', '@staff', 'like -1001234567890'],
  ])('name a wrong %s (%s) and say what is allowed, in one line', (name, value, allowed) => {
    const wrong = () => read({ [name]: value });
    expect(wrong).toThrow(SetupError);
    expect(wrong).toThrow(new RegExp(`^Settings: ${name} .*${allowed}[^\\n]*$`));
  });

  it('name the group of staff by its id', () => {
    const { operatorsChatId } = read({ OPERATORS_CHAT_ID: '-1001234567890' });
    expect(operatorsChatId).toBe(-1001234567890);
    expect(read({}).operatorsChatId).toBeUndefined();
  });

  it('name every wrong one at once', () => {
    expect(() => read({ PORT: 'x', LOG_LEVEL: 'y' })).toThrow(/PORT.*LOG_LEVEL/);
  });

  it('name their secrets, passwords inside addresses included, so that no log prints them', () => {
    const config = read({ BOT_TOKEN: '1:a', DATABASE_URL: 'postgres://u:hush@127.0.0.1/x' });
    expect(secretsOf(config)).toEqual(expect.arrayContaining(['1:a', 'hush']));
  });
});
