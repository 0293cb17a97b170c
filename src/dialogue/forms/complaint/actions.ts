import { COMPLAINT_KINDS, type ComplaintKind } from '../../../complaints/complaint.ts';

/** What the buttons of a complaint do; `formId` keeps one of an earlier draft from acting on the present one. */
export type ComplaintPress =
  /** Null: the kinds are shown again. */
  | { kind: 'complaint-about'; formId: string; about: ComplaintKind | null }
  | { kind: 'complaint-district'; formId: string; district: number | null }
  | { kind: 'complaint-text'; formId: string }
  | { kind: 'complaint-file'; formId: string };

export type ComplaintAction =
  | ComplaintPress
  /** Begins a complaint about the delay of the citizen's own request. */
  | { kind: 'complain-of-delay'; requestNo: string };

export function encodeComplaintAction(action: ComplaintAction): string {
  switch (action.kind) {
    case 'complaint-about':
      return `ca:${action.formId}:${action.about ?? ''}`;
    case 'complaint-district':
      return `cd:${action.formId}:${action.district ?? ''}`;
    case 'complaint-text':
      return `ct:${action.formId}`;
    case 'complaint-file':
      return `cf:${action.formId}`;
    case 'complain-of-delay':
      return `cr:${action.requestNo}`;
    default:
      return action satisfies never;
  }
}

const DRAFT = /^[a-z0-9]{4,16}$/;

/** Null for anything that is not a button of a complaint. */
export function decodeComplaintAction(
  name: string,
  first: string,
  value: string,
): ComplaintAction | null {
  if (name === 'cr') {
    return /^\d{1,15}$/.test(first) ? { kind: 'complain-of-delay', requestNo: first } : null;
  }
  const formId = first;
  if (!DRAFT.test(formId)) return null;
  switch (name) {
    case 'ca': {
      const about = COMPLAINT_KINDS.find((kind) => kind === value) ?? null;
      return about || value === '' ? { kind: 'complaint-about', formId, about } : null;
    }
    case 'cd':
      return /^\d{0,3}$/.test(value)
        ? { kind: 'complaint-district', formId, district: value ? Number(value) : null }
        : null;
    case 'ct':
      return { kind: 'complaint-text', formId };
    case 'cf':
      return { kind: 'complaint-file', formId };
    default:
      return null;
  }
}
