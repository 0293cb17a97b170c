import type { Complaint } from '../../../complaints/complaint.ts';
import { type Sentence, say } from '../../../wording/sentence.ts';
import { button } from '../../buttons.ts';
import { cancelFormRow } from '../../cancel-button.ts';
import type { Button, Reply } from '../../turn.ts';
import type { ComplaintForm } from './complaint-form.ts';
import { KIND_LABELS } from './kind-labels.ts';

/** Everything as it will be filed, and the last word. */
export function summary(
  { draftId }: ComplaintForm,
  { about, district, text, photo, requestNo }: Complaint,
  first: Sentence[],
): Reply {
  const kind = KIND_LABELS[about];
  return {
    lines: [
      ...first,
      district === null
        ? say('complaint-check', { kind })
        : say('complaint-check-district', { kind, district }),
      say('complaint-text', { text }),
      ...(requestNo ? [say('status-number', { code: requestNo })] : []),
      photo ? say('complaint-with-photo') : say('complaint-photo-welcome'),
      say('complaint-readers'),
    ],
    buttons: [
      [
        button(say('button-file-complaint'), { kind: 'complaint-file', formId: draftId }),
        button(say('button-change-text'), { kind: 'complaint-text', formId: draftId }),
      ],
      [kindButton(draftId), ...cancelFormRow('complaint', draftId)],
    ],
  };
}

function kindButton(formId: string): Button {
  return button(say('button-change-kind'), { kind: 'complaint-about', formId, about: null });
}
