import type { BotTables } from './bot/tables.ts';
import type { IdentityTables } from './identity/tables.ts';
import type { InspectionTables } from './inspections/tables.ts';

/** The tables the bot writes; the records' own are written by the import and read by `records/` alone. */
export type Tables = BotTables & IdentityTables & InspectionTables;
