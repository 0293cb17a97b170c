import type { RenovationCode } from '../../../language/vocabulary.ts';

/** Access to one property being given. */
export interface AccessForm {
  kind: 'give-access';
  /** Becomes the grant's id, so that a second press gives nothing twice. */
  draftId: string;
  /** Null: not chosen yet. */
  code: RenovationCode | null;
}

/** A link that was opened; the citizen's own number is still wanted. */
export interface LinkForm {
  kind: 'open-link';
  grantId: string;
}
