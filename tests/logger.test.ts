import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { BotError, type Context, GrammyError, HttpError } from 'grammy';
import { expect, test } from 'vitest';
import { UpstreamError } from '../src/errors.ts';
import { createLogger } from '../src/logger.ts';

const TOKEN = '7654321098:AAF-canary_canary_canary_canary_xyz';
const PLAYGROUND_TOKEN = 'playground-canary';
/** One person's data, spelled in every way it may come. */
const CANARIES = [
  TOKEN,
  PLAYGROUND_TOKEN,
  '0012345679',
  '۰۰۱۲۳۴۵۶۷۹',
  '٠٠١٢٣٤٥٦٧٩',
  '001-234567-9',
  '10101234567',
  '09121234567',
  '+98 912 123 45 67',
  '۰۹۱۲ ۱۲۳ ۴۵۶۷',
  '۰۹۱۲-۱۲۳-۴۵-۶۷',
  '0912\u200c123\u200c4567',
  '3-11-245-7-0-0-0',
  '3011245000165',
  '6037991234567890',
  'مریم کاظمی',
  'كاظمي',
];

function logged(act: (logger: ReturnType<typeof createLogger>) => void) {
  const lines: string[] = [];
  const logger = createLogger({
    level: 'trace',
    secrets: [PLAYGROUND_TOKEN, undefined, ''],
    destination: { write: (line) => void lines.push(line) },
  });
  act(logger);
  return { text: lines.join(''), lines: lines.map((line) => JSON.parse(line)) };
}

function expectNoCanary(text: string): void {
  expect(text).not.toBe('');
  for (const canary of CANARIES) expect(text).not.toContain(canary);
  expect(text).not.toMatch(/canary|Kazemi/);
}

/** The errors that grammY throws, holding all that they hold in life. */
function grammyErrors(canary: string): Error[] {
  const fetchError = Object.assign(
    new Error(`request to https://api.telegram.org/bot${TOKEN}/sendMessage failed: ${canary}`),
    { type: 'system', code: 'ECONNREFUSED' },
  );
  const refused = new GrammyError(
    `Call to 'sendMessage' failed! (400: Bad Request: can't parse "${canary}")`,
    { ok: false, error_code: 400, description: `Bad Request: can't parse ${canary}` },
    'sendMessage',
    { chat_id: 9123456789, text: canary },
  );
  const ctx = {
    api: { token: TOKEN },
    update: { update_id: 7, message: { text: canary, from: { first_name: 'Kazemi' } } },
  } as unknown as Context;
  return [
    new HttpError(`Network request for 'sendMessage' failed!`, fetchError),
    refused,
    new BotError(refused, ctx),
    new UpstreamError(`records said "${canary}"`, { cause: fetchError }),
  ];
}

test.each(CANARIES)('no path into the log prints %s', (canary) => {
  const { text } = logged((logger) => {
    logger.info(canary);
    logger.info({ note: canary, [canary]: 1 }, 'a note');
    logger.warn({ deep: { deeper: [{ deepest: [canary] }] } }, 'nested');
    logger.info('a %s', canary);
    logger.info({ message: { text: canary }, payload: canary }, 'from the messenger');
    logger.error({ err: canary });
    for (const error of grammyErrors(canary)) {
      logger.error(error);
      logger.error({ err: error }, 'as err');
      logger.error({ failure: { error } }, 'nested');
      logger.error({ errors: [error, [error]] }, 'in arrays');
      logger.error(error.message);
      logger.error(`failed: ${error.stack}`);
    }
    logger.child({ note: canary }).info('of a child');
  });
  expectNoCanary(text);
});

test('ids that came as numbers are not printed', () => {
  const { text } = logged((logger) => {
    logger.info({ id: 9121234567, ids: [10101234567], text: 12 }, 'numbers');
  });
  expect(text).not.toMatch(/9121234567|10101234567|:12\b/);
});

test('an update is logged by its number and kind alone', () => {
  const update = { update_id: 2147483647, message: { text: 'Kazemi', from: { id: 42 } } };
  const { lines } = logged((logger) => logger.info({ update }, 'turn'));
  expect(lines[0].update).toEqual({ update_id: 2147483647, kind: 'message' });
});

test('an error is logged with type, code, message, frames and cause', () => {
  const cause = Object.assign(new TypeError('no such table "offices"'), { code: '42P01' });
  const { lines } = logged((logger) =>
    logger.error({ err: new UpstreamError('the database did not answer', { cause }) }, 'turn'),
  );
  expect(lines[0]).toMatchObject({
    level: 'error',
    msg: 'turn',
    err: {
      type: 'UpstreamError',
      message: 'the database did not answer',
      cause: { type: 'TypeError', code: '42P01', message: 'no such table "offices"' },
    },
  });
  expect(lines[0].err.stack).toMatch(/^\s+at .*logger\.test\.ts/m);
});

test('a quoted name of a table stays, a quoted value does not', () => {
  const { lines } = logged((logger) =>
    logger.info('column "age" of "offices" is not "Reza Kazemi"'),
  );
  expect(lines[0].msg).toBe('column "age" of "offices" is not "[value]"');
});

test('times, durations and counts stay readable', () => {
  const { lines } = logged((logger) =>
    logger.info({ startedAt: 1795293528123, ms: 12.345678901234, rows: 500_000 }, 'import'),
  );
  expect(lines[0].time).toBeTypeOf('number');
  expect(lines[0]).toMatchObject({ startedAt: 1795293528123, ms: 12.345678901234, rows: 500_000 });
});

test.each(['throw', 'reject'])(
  'what nobody caught (%s) is logged clean and ends the process',
  (way) => {
    const script = fileURLToPath(new URL('helpers/fail-uncaught.ts', import.meta.url));
    const { stdout, stderr, status } = spawnSync(process.execPath, [script, way, TOKEN], {
      encoding: 'utf8',
    });
    expect(status).toBe(1);
    expect(stdout).toContain('"level":"fatal"');
    expectNoCanary(stdout);
    expect(stderr).toBe('');
  },
);
