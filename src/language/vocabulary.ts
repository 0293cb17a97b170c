/** The product's vocabulary: one spelling everywhere, from file names to database values and metrics. */

export const SERVICES = [
  'building-permit',
  'completion',
  'no-violation',
  'clearance',
  'transfer',
  'inquiry',
  'excavation',
  'subdivision',
  'change-use',
] as const;
export type Service = (typeof SERVICES)[number];

/** The charge accounts a citizen can name; `CHARGE_ACCOUNTS` has the others that records may hold. */
export const ACCOUNTS = ['renovation', 'waste', 'guild'] as const;
export type Account = (typeof ACCOUNTS)[number];

export const CHARGE_ACCOUNTS = [...ACCOUNTS, 'income', 'commission', 'excavation'] as const;
export type ChargeAccount = (typeof CHARGE_ACCOUNTS)[number];

export const INTENTS = [
  'request-status',
  'requirements',
  'permit',
  'completion',
  'violations',
  'clearance',
  'debt',
  'payment',
  'transfer',
  'inquiry',
  'excavation',
  'subdivision',
  'change-use',
  'find-code',
  'book-inspection',
  'reschedule-inspection',
  'cancel-inspection',
  'my-inspections',
  'offices',
  'verify-certificate',
  'notify',
  'complaint',
  'operator',
  'privacy',
  'language',
  'greeting',
  'thanks',
  'help',
  'none',
] as const;
export type Intent = (typeof INTENTS)[number];

export const ROLES = ['owner', 'attorney', 'heir', 'tenant', 'guild-holder'] as const;
export type Role = (typeof ROLES)[number];

/** What a citizen can be told of about a property. */
export const TOPICS = ['requests', 'bills', 'certificates'] as const;
export type Topic = (typeof TOPICS)[number];

/** A day of the Gregorian calendar as `YYYY-MM-DD`; shown to people in the Jalali calendar. */
export type IsoDate = string;
/** A time of day in Asia/Tehran as `HH:MM`. */
export type TimeOfDay = string;
/** A renovation code in its one canonical form: seven whole numbers joined by `-`, no leading zeros. */
export type RenovationCode = string;
/** Hex digits of an HMAC-SHA256 under `PII_KEY`. */
export type KeyedHash = string;
