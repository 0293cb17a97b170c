import type { Intent, RenovationCode, Service } from '../language/vocabulary.ts';
import { type MessageKey, type Sentence, say } from '../wording/sentence.ts';
import { type Action, encodeAction } from './actions.ts';
import type { Button } from './turn.ts';

/** The most buttons in a row that stay readable on a narrow phone, and the most rows below a message. */
const PER_ROW = 2;
const MOST_ROWS = 3;

export function button(label: Sentence, action: Action): Button {
  return { label, action: encodeAction(action) };
}

/** Two in a row, or three when there are more than six; what does not fit in three rows is left out. */
export function rows(buttons: readonly Button[], perRow = PER_ROW): Button[][] {
  const width = buttons.length > perRow * MOST_ROWS ? 3 : perRow;
  const all: Button[][] = [];
  for (let at = 0; at < buttons.length; at += width) all.push(buttons.slice(at, at + width));
  return all.slice(0, MOST_ROWS);
}

export const SERVICE_NAMES = {
  'building-permit': say('service-building-permit'),
  completion: say('service-completion'),
  'no-violation': say('service-no-violation'),
  clearance: say('service-clearance'),
  transfer: say('service-transfer'),
  inquiry: say('service-inquiry'),
  excavation: say('service-excavation'),
  subdivision: say('service-subdivision'),
  'change-use': say('service-change-use'),
} as const satisfies Record<Service, Sentence>;

/** How an intent is named on a button that leads to it. */
export const INTENT_LABELS = {
  'request-status': 'button-status',
  requirements: 'button-requirements',
  permit: 'button-permit',
  completion: 'button-completion',
  violations: 'button-violation',
  clearance: 'button-clearance',
  debt: 'button-debt',
  payment: 'button-pay',
  transfer: 'button-transfer',
  inquiry: 'button-inquiry',
  excavation: 'button-excavation',
  subdivision: 'button-subdivision',
  'change-use': 'button-change-use',
  'find-code': 'button-find-code',
  'book-inspection': 'button-book',
  'reschedule-inspection': 'button-reschedule',
  'cancel-inspection': 'button-cancel-visit',
  'my-inspections': 'button-visits',
  offices: 'button-offices',
  'verify-certificate': 'button-verify',
  notify: 'button-notify',
  complaint: 'button-complaint',
  operator: 'button-operator',
  privacy: 'button-privacy',
  language: 'button-language',
  greeting: 'button-help',
  thanks: 'button-help',
  help: 'button-help',
  none: 'button-none-of-these',
} as const satisfies Record<Intent, MessageKey>;

export function wishButton(
  intent: Intent,
  slots: { service?: Service; code?: RenovationCode } = {},
): Button {
  return button(say(INTENT_LABELS[intent]), { kind: 'wish', intent, ...slots });
}

/** The ways on from anywhere: never a dead end. */
export function menu(): Button[][] {
  return rows([
    wishButton('debt'),
    wishButton('request-status'),
    wishButton('book-inspection'),
    wishButton('offices'),
  ]);
}
