import type { Generated } from 'kysely';
import type { ComplaintKind } from './complaint.ts';

/** The table of `migrations/0005-complaints.sql`. */
export interface ComplaintTables {
  'bot.complaints': {
    id: Generated<number>;
    number: string;
    citizen_id: string;
    draft_id: string;
    about: ComplaintKind;
    district: number | null;
    text: string;
    photo: string | null;
    lat: number | null;
    lon: number | null;
    request_no: string | null;
    filed_at: Date;
  };
}
