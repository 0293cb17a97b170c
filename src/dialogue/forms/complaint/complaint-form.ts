import type { Complaint } from '../../../complaints/complaint.ts';
import type { Exchange } from '../../exchange.ts';

/** A complaint being told. */
export interface ComplaintForm {
  kind: 'complaint';
  draftId: string;
  about: Complaint['about'] | null;
  text: string | null;
  /** Null: the citizen can't tell. Absent: not told yet. */
  district?: number | null;
  photo: string | null;
  location: { lat: number; lon: number } | null;
  /** The citizen's own request, looked up. */
  requestNo: string | null;
}

/** A new draft; its id keeps buttons of an earlier one from acting on it. */
export function newComplaint(exchange: Exchange): ComplaintForm {
  return {
    kind: 'complaint',
    draftId: Buffer.from(exchange.deps.randomBytes(5)).toString('hex'),
    about: null,
    text: null,
    photo: null,
    location: null,
    requestNo: null,
  };
}

/** The complaint that the form tells; null while something is missing. */
export function complaintOf(form: ComplaintForm): Complaint | null {
  const { about, text, district, photo, location, requestNo } = form;
  if (about === null || text === null || district === undefined) return null;
  return { about, text, district, photo, location, requestNo };
}
