export const COMPLAINT_KINDS = ['neighbour', 'urban', 'official', 'delay'] as const;
/** A neighbour's building · something in the street · the conduct of staff · a request that takes too long. */
export type ComplaintKind = (typeof COMPLAINT_KINDS)[number];

export const LONGEST_COMPLAINT = 1000;
/** Within any 24 hours, so that midnight brings no second helping. */
export const COMPLAINTS_A_DAY = 3;

export interface Complaint {
  about: ComplaintKind;
  /** Null where the citizen can't tell. */
  district: number | null;
  text: string;
  /** The messenger's id of one picture. */
  photo: string | null;
  location: { lat: number; lon: number } | null;
  /** The citizen's own request, where it is about one. */
  requestNo: string | null;
}
