import { clearance } from '../../answers/clearance.ts';
import { type Sentence, say } from '../../wording/sentence.ts';
import { button, rows, wishButton } from '../buttons.ts';
import { notifyButton } from '../news/topics.ts';
import type { Button, Reply } from '../turn.ts';
import { otherProperty } from './common.ts';
import { decisionReply } from './decision.ts';
import type { PropertyHandler, PropertyView } from './handler.ts';
import { openMatterButton } from './open-matter.ts';
import { ownRequestOnly } from './own-request.ts';
import { pendingLines } from './pending-payment.ts';

export const clearanceIntent: PropertyHandler = {
  needs: 'property',
  async answer(view) {
    const { file, access, exchange } = view;
    const answer = clearance(file, access, exchange.deps.city, exchange.today);
    switch (answer.kind) {
      case 'not-permitted':
        return ownRequestOnly('clearance', view);
      case 'clear':
        return [await clear(answer.latest, view)];
      case 'owed':
        return [await owed(answer, view)];
      case 'decided':
        return [await decisionReply('clearance', answer.decision, view)];
      default:
        return answer satisfies never;
    }
  },
};

async function clear(
  latest: Extract<ReturnType<typeof clearance>, { kind: 'clear' }>['latest'],
  view: PropertyView,
): Promise<Reply> {
  const date = await view.exchange.recordedOn();
  return {
    lines: [
      say('clearance-clear', { address: view.file.address, date }),
      ...(latest ? [say('clearance-number', { number: latest.number, day: latest.issuedOn })] : []),
      say('clearance-next'),
    ],
    buttons: rows([
      button(say('button-nearest-office'), { kind: 'wish', intent: 'offices' }),
      ...otherProperty(view, 'clearance'),
    ]),
  };
}

async function owed(
  answer: Extract<ReturnType<typeof clearance>, { kind: 'owed' }>,
  view: PropertyView,
): Promise<Reply> {
  const { code } = view.file;
  const only = answer.bills.length === 1 ? answer.bills[0] : undefined;
  const lines: Sentence[] = [
    answer.totalRials === null
      ? say('clearance-owed-hidden')
      : say('clearance-owed', { total: answer.totalRials }),
    ...(answer.totalRials !== null && answer.hasHidden ? [say('debt-hidden-too')] : []),
  ];
  if (only) {
    lines.push(say('payment-bill-id'), say('payment-code', { code: only.billId }));
    lines.push(say('payment-payment-id'), say('payment-code', { code: only.paymentId }));
  }
  lines.push(...answer.pending.flatMap(pendingLines));
  lines.push(say('as-of', { date: await view.exchange.recordedOn() }));
  const copies: Button[][] = only
    ? [
        [
          { label: say('button-copy-bill'), copy: only.billId },
          { label: say('button-copy-payment'), copy: only.paymentId },
        ],
      ]
    : [];
  const details = button(say('button-debt-details'), { kind: 'wish', intent: 'debt', code });
  return {
    lines,
    buttons: [
      ...copies,
      ...rows([
        ...(answer.totalRials === null ? [] : [details]),
        ...(only || answer.totalRials === null ? [] : [wishButton('payment', { code })]),
        ...(answer.hasHidden ? openMatterButton(view) : []),
        ...(await notifyButton(view.exchange, code, ['bills', 'certificates'])),
        ...otherProperty(view, 'clearance'),
      ]),
    ].slice(0, 3),
  };
}
