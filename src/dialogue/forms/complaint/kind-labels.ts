import type { ComplaintKind } from '../../../complaints/complaint.ts';
import { say } from '../../../wording/sentence.ts';

export const KIND_LABELS = {
  neighbour: say('button-complaint-neighbour'),
  urban: say('button-complaint-urban'),
  official: say('button-complaint-official'),
  delay: say('button-complaint-delay'),
} as const satisfies Record<ComplaintKind, unknown>;
