import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { z } from 'zod';
import { SetupError } from './errors.ts';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const address = (protocols: string[]) =>
  z.string().refine((text) => protocols.includes(URL.parse(text)?.protocol ?? ''), {
    error: `must be an address that begins with ${protocols.map((p) => `${p}//`).join(' or ')}`,
  });
const web = address(['http:', 'https:']);
const wholePort = z.string().regex(/^\d{1,5}$/, 'must be a whole number from 0 to 65535');

const SETTINGS = z.object({
  BOT_TOKEN: z.string().optional(),
  TELEGRAM_API_ROOT: web.default('https://api.telegram.org'),
  WEBHOOK_URL: web.optional(),
  WEBHOOK_SECRET: z
    .string()
    .regex(/^[\w-]{1,256}$/, 'must be 1 to 256 letters, digits, _ or -')
    .optional(),
  HOST: z.string().default('127.0.0.1'),
  PORT: wholePort
    .transform(Number)
    .refine((port) => port <= 65_535, { error: 'must be a whole number from 0 to 65535' })
    .default(8080),
  PUBLIC_URL: web.optional(),
  DATA_DIR: z.string().default('./data'),
  DATABASE_URL: address(['postgres:', 'postgresql:']).optional(),
  REDIS_URL: address(['redis:', 'rediss:']).optional(),
  RECORDS_URL: web
    .refine((text) => !URL.parse(text)?.username && !URL.parse(text)?.search, {
      error: 'must hold no user, password or question mark; RECORDS_TOKEN is what lets us in',
    })
    .optional(),
  RECORDS_TOKEN: z
    .string()
    .regex(/^[!-~]+$/, 'must be letters, digits and signs of ASCII without spaces')
    .optional(),
  OPENAI_API_KEY: z.string().optional(),
  OPENAI_BASE_URL: web.optional(),
  OPENAI_MODEL: z.string().optional(),
  TRANSCRIBE_BASE_URL: web.optional(),
  TRANSCRIBE_API_KEY: z.string().optional(),
  TRANSCRIBE_MODEL: z.string().optional(),
  SMS_URL: web.optional(),
  SMS_TOKEN: z.string().optional(),
  CITY_DIR: z.string().default('./city'),
  PII_KEY: z
    .string()
    .regex(/^[0-9a-f]{64}$/i, 'must be 64 hex digits; "npm run keys" prints one')
    .optional(),
  PII_KEY_PREVIOUS: z
    .string()
    .regex(/^[0-9a-f]{64}$/i, 'must be 64 hex digits, the PII_KEY of before')
    .optional(),
  SIGNING_KEY: z
    .string()
    .regex(/^[A-Za-z0-9+/]{40,}={0,2}$/, 'must be base64; "npm run keys" prints one')
    .optional(),
  OPERATORS_CHAT_ID: z
    .string()
    .regex(/^-\d{1,16}$/, 'must be the id of a group, like -1001234567890')
    .transform(Number)
    .optional(),
  LOG_LEVEL: z
    .enum(LOG_LEVELS, { error: `must be one of ${LOG_LEVELS.join(', ')}` })
    .default('info'),
});

/** An OpenAI-compatible server. */
export interface ModelServer {
  /** Undefined: the address of OpenAI itself. */
  baseUrl: string | undefined;
  /** Many servers of one's own want none. */
  apiKey: string | undefined;
  /** Undefined: the caller's own default. */
  model: string | undefined;
}

export interface Config {
  botToken: string | undefined;
  telegramApiRoot: string;
  host: string;
  port: number;
  publicUrl: string | undefined;
  /** Absolute. */
  dataDir: string;
  databaseUrl: string | undefined;
  redisUrl: string | undefined;
  /** Public base address; set: updates come by webhook instead of long polling. */
  webhookUrl: string | undefined;
  webhookSecret: string | undefined;
  /** The municipality's HTTP records service; unset: imported records. */
  recordsUrl: string | undefined;
  recordsToken: string | undefined;
  /** Null: no model is ever called. */
  model: ModelServer | null;
  /** Null: voice messages cannot be listened to. */
  transcriber: ModelServer | null;
  /** The SMS gateway; unset: no codes are sent. */
  smsUrl: string | undefined;
  smsToken: string | undefined;
  /** Absolute. */
  cityDir: string;
  piiKey: string | undefined;
  /** During a rotation: the hashes of old records are still made with this one. */
  piiKeyPrevious: string | undefined;
  signingKey: string | undefined;
  /** The forum group in which staff answer citizens. */
  operatorsChatId: number | undefined;
  logLevel: (typeof LOG_LEVELS)[number];
}

/**
 * Reads the settings once, from the environment and, beneath it, a `.env` file in the working folder.
 * An empty value counts as not set. Throws `SetupError` naming every wrong setting in one line.
 */
export function readConfig(
  environment: Record<string, string | undefined>,
  envFile = '.env',
): Config {
  const file = existsSync(envFile) ? parseEnv(readFileSync(envFile, 'utf8')) : {};
  const given = Object.entries({ ...file, ...withoutEmpty(environment) });
  const parsed = SETTINGS.safeParse(withoutEmpty(Object.fromEntries(given)));
  if (!parsed.success) {
    const wrong = parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
    throw new SetupError(`Settings: ${wrong.join('; ')}`);
  }
  const settings = parsed.data;
  return {
    botToken: settings.BOT_TOKEN,
    telegramApiRoot: settings.TELEGRAM_API_ROOT.replace(/\/+$/, ''),
    host: settings.HOST,
    port: settings.PORT,
    publicUrl: settings.PUBLIC_URL,
    dataDir: resolve(settings.DATA_DIR),
    databaseUrl: settings.DATABASE_URL,
    redisUrl: settings.REDIS_URL,
    cityDir: resolve(settings.CITY_DIR),
    webhookUrl: settings.WEBHOOK_URL?.replace(/\/+$/, ''),
    webhookSecret: settings.WEBHOOK_SECRET,
    recordsUrl: settings.RECORDS_URL?.replace(/\/+$/, ''),
    recordsToken: settings.RECORDS_TOKEN,
    model: modelServer(settings.OPENAI_BASE_URL, settings.OPENAI_API_KEY, settings.OPENAI_MODEL),
    transcriber: modelServer(
      settings.TRANSCRIBE_BASE_URL,
      settings.TRANSCRIBE_API_KEY,
      settings.TRANSCRIBE_MODEL,
    ),
    smsUrl: settings.SMS_URL,
    smsToken: settings.SMS_TOKEN,
    piiKey: settings.PII_KEY?.toLowerCase(),
    piiKeyPrevious: settings.PII_KEY_PREVIOUS?.toLowerCase(),
    signingKey: settings.SIGNING_KEY,
    operatorsChatId: settings.OPERATORS_CHAT_ID,
    logLevel: settings.LOG_LEVEL,
  };
}

/** What must never be printed: the token, the keys, and the passwords inside addresses. */
export function secretsOf(config: Config): (string | undefined)[] {
  const addresses = [config.databaseUrl, config.redisUrl, config.recordsUrl, config.smsUrl];
  const passwords = addresses.map((address) => address && URL.parse(address)?.password);
  const keys = [config.piiKey, config.piiKeyPrevious, config.signingKey];
  const tokens = [
    ...[config.botToken, config.webhookSecret, config.recordsToken, config.smsToken],
    ...[config.model?.apiKey, config.transcriber?.apiKey],
  ];
  return [...tokens, ...keys, ...addresses, ...passwords];
}

function withoutEmpty(values: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  );
}

/** A server is meant when it has an address or a key: one's own may want no key, OpenAI's has a known address. */
function modelServer(
  baseUrl: string | undefined,
  apiKey: string | undefined,
  model: string | undefined,
): ModelServer | null {
  return baseUrl || apiKey ? { baseUrl, apiKey, model } : null;
}
