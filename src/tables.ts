import type { BotTables } from './bot/tables.ts';
import type { IdentityTables } from './identity/tables.ts';
import type { InspectionTables } from './inspections/tables.ts';
import type { RecordsTables } from './records/tables.ts';

/** Every table there is; each folder knows its own only. */
export type Tables = BotTables & IdentityTables & InspectionTables & RecordsTables;
