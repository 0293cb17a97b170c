import type { BotTables } from './bot/tables.ts';
import type { ComplaintTables } from './complaints/tables.ts';
import type { IdentityTables } from './identity/tables.ts';
import type { InspectionTables } from './inspections/tables.ts';
import type { NotificationTables } from './notifications/tables.ts';
import type { ReviewTables } from './review/tables.ts';
import type { SmsTables } from './sms/tables.ts';
import type { SpeechTables } from './speech/tables.ts';
import type { ModelTables } from './understanding/tables.ts';

/** The tables the bot writes; the records' own are written by the import and read by `records/` alone. */
export type Tables = BotTables &
  ComplaintTables &
  IdentityTables &
  InspectionTables &
  NotificationTables &
  SmsTables &
  ReviewTables &
  ModelTables &
  SpeechTables;
