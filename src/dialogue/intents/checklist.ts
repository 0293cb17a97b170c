import { type ChecklistAnswer, type ChecklistItem, checklist } from '../../answers/checklist.ts';
import { owed } from '../../answers/decision.ts';
import { type MessageKey, type Sentence, say } from '../../wording/sentence.ts';
import { button, rows, SERVICE_NAMES, wishButton } from '../buttons.ts';
import type { Button, Reply } from '../turn.ts';
import { otherProperty } from './common.ts';
import { debtButtons } from './decision.ts';
import type { PropertyHandler, PropertyView } from './handler.ts';
import { openMatterButton } from './open-matter.ts';
import { ownRequestOnly } from './own-request.ts';
import { pendingLines } from './pending-payment.ts';
import { stageLines } from './request-status.ts';

type Checked = Extract<ChecklistAnswer, { kind: 'checklist' }>;
type Service = 'transfer' | 'inquiry';

export const transferIntent: PropertyHandler = {
  needs: 'property',
  async answer(view) {
    const { file, access, exchange } = view;
    const answer = checklist('transfer', file, access, exchange.deps.city, exchange.today);
    if (answer.kind === 'not-permitted') return ownRequestOnly('transfer', view);
    return [await checklistReply('transfer', answer, view)];
  },
};

/** What would be answered today: the outcome first, then one line for each thing looked at. */
export async function checklistReply(
  service: Service,
  answer: Checked,
  view: PropertyView,
): Promise<Reply> {
  if (answer.decision.kind === 'needs-visit') view.exchange.outcome = 'needs-visit';
  return {
    lines: [
      ...(await headline(service, answer, view)),
      ...answer.items.map((item) => itemLine(item, view.exchange.deps.city.freshnessMonths)),
      ...answer.pending.flatMap(pendingLines),
      ...(answer.decision.kind === 'clear' ? [say(NEXT[service])] : []),
    ],
    buttons: checklistButtons(service, answer, view),
  };
}

const NEXT = {
  transfer: 'checklist-next-transfer',
  inquiry: 'checklist-next-inquiry',
} as const satisfies Record<Service, MessageKey>;

async function headline(
  service: Service,
  { decision }: Checked,
  { file, exchange }: PropertyView,
): Promise<Sentence[]> {
  const date = await exchange.recordedOn();
  const where = { address: file.address, date };
  if (decision.kind === 'under-way') {
    const { request } = decision;
    const number = say('status-number', { code: request.requestNo });
    return [...stageLines(decision), number, say('checklist-rest', where)];
  }
  const key = {
    clear: 'checklist-clear',
    'needs-visit': 'checklist-visit',
    hold: 'checklist-blocked',
    debt: 'checklist-blocked',
    blocked: 'checklist-blocked',
  } as const satisfies Record<Exclude<typeof decision.kind, 'under-way'>, MessageKey>;
  return [say(key[decision.kind], { ...where, service: SERVICE_NAMES[service] })];
}

function itemLine(item: ChecklistItem, months: number): Sentence {
  switch (item.kind) {
    case 'hold':
      return say('check-hold');
    case 'nothing-owed':
      return say('check-nothing-owed');
    case 'owed':
      return say('check-owed', { total: item.totalRials });
    case 'owed-hidden':
      return say('check-owed-hidden');
    case 'open-matter':
      return say('check-open-matter');
    case 'no-open-matter':
      return say('check-no-open-matter');
    case 'certificate':
      return certificateLine(item, months);
    case 'no-certificate':
      return say('check-no-certificate');
    case 'request': {
      const service = SERVICE_NAMES[item.request.service];
      return item.stage
        ? say('check-request', { service, stage: item.stage.title })
        : say('check-request-no-stage', { service });
    }
    default:
      return item satisfies never;
  }
}

const CERTIFICATE_NAMES: Partial<Record<string, Sentence>> = {
  completion: SERVICE_NAMES.completion,
  'no-violation': SERVICE_NAMES['no-violation'],
};

function certificateLine(
  { certificate, state }: Extract<ChecklistItem, { kind: 'certificate' }>,
  months: number,
): Sentence {
  const name = CERTIFICATE_NAMES[certificate.kind] ?? SERVICE_NAMES.inquiry;
  const facts = { name, number: certificate.number, day: certificate.issuedOn };
  if (state === 'fresh') return say('check-certificate-fresh', facts);
  if (state === 'expired') return say('check-certificate-expired', facts);
  if (state === 'revoked') return say('check-certificate-revoked', facts);
  return say('check-certificate-old', { ...facts, months });
}

function checklistButtons(service: Service, answer: Checked, view: PropertyView): Button[][] {
  const { file, access } = view;
  const office = button(say('button-nearest-office'), { kind: 'wish', intent: 'offices' });
  const { decision, items } = answer;
  if (decision.kind === 'hold') return rows([office, ...otherProperty(view, service)]);
  const owes = owed(file, access);
  const isBlocked = items.some(({ kind }) => kind === 'open-matter');
  return rows([
    ...(owes ? debtButtons({ ...owes, hasHidden: false }, view) : []),
    ...(isBlocked || owes?.hasHidden ? openMatterButton(view) : []),
    ...(decision.kind === 'needs-visit'
      ? [wishButton('book-inspection', { code: file.code, service })]
      : []),
    button(say('button-requirements'), { kind: 'wish', intent: 'requirements', service }),
    ...(owes ? [] : [office]),
    ...otherProperty(view, service),
  ]);
}
