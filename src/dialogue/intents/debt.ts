import { type DebtAnswer, type DebtLine, debt } from '../../answers/debt.ts';
import { owed } from '../../answers/decision.ts';
import { payment, pendingPayments } from '../../answers/payment.ts';
import { type Sentence, say } from '../../wording/sentence.ts';
import { rows, wishButton } from '../buttons.ts';
import { notifyButton } from '../news/topics.ts';
import type { Reply } from '../turn.ts';
import { ACCOUNT_NAMES } from './account-names.ts';
import { otherProperty, roleLimited } from './common.ts';
import type { PropertyHandler, PropertyView } from './handler.ts';
import { openMatterButton } from './open-matter.ts';
import { pendingLines } from './pending-payment.ts';

export const debtIntent: PropertyHandler = {
  needs: 'property',
  async answer(view) {
    const answer = debt(view.file, view.access, {
      account: view.wish.account ?? null,
      year: view.wish.year ?? null,
    });
    if (answer.kind === 'not-permitted') return roleLimited(view);
    return [await replyTo(answer, view)];
  },
};

async function replyTo(
  answer: Exclude<DebtAnswer, { kind: 'not-permitted' }>,
  view: PropertyView,
): Promise<Reply> {
  const where = { address: view.file.address, date: await view.exchange.recordedOn() };
  const account = answer.account ? ACCOUNT_NAMES[answer.account] : null;
  const seesCertificates = view.access.facts.has('certificates');
  const year = view.wish.year;
  if (answer.kind === 'nothing-owed') {
    const none = account
      ? say('debt-none-account', { ...where, account })
      : say('debt-none', where);
    const isHidden = hidesDebt(view) && !account;
    const line = isHidden ? say('debt-hidden', where) : none;
    return {
      lines: [year ? say('debt-none-year', { ...where, year }) : line],
      buttons: rows([
        ...(isHidden ? openMatterButton(view) : []),
        // Of all years; else somebody who sees nothing but this would have no way on.
        ...(year ? [wishButton('debt', { code: view.file.code })] : []),
        ...(seesCertificates ? [wishButton('clearance', { code: view.file.code })] : []),
        ...(await notifyButton(view.exchange, view.file.code, ['bills'])),
        ...otherProperty(view, 'debt'),
      ]),
    };
  }
  const { file, access, exchange } = view;
  const pending = pendingPayments(file, access, answer.account, exchange.today);
  // All of it is paid and only waits for the books: no way to pay it twice.
  const isPaid = payment(file, access, answer.account, exchange.today).kind === 'pending';
  return {
    lines: [
      account ? say('debt-title-account', { ...where, account }) : say('debt-title', where),
      ...answer.lines.map(lineSentence),
      say('debt-total', { total: answer.totalRials }),
      ...pending.flatMap(pendingLines),
    ],
    buttons: rows([
      ...(isPaid ? [] : [wishButton('payment', { code: file.code })]),
      ...(seesCertificates ? [wishButton('clearance', { code: view.file.code })] : []),
      ...(await notifyButton(view.exchange, view.file.code, ['bills'])),
      ...otherProperty(view, 'debt'),
    ]),
  };
}

/** Something is owed on an account whose amounts need the national id; that much an owner may hear. */
function hidesDebt({ file, access }: PropertyView): boolean {
  return access.facts.has('blocked') && owed(file, access)?.hasHidden === true;
}

function lineSentence(line: DebtLine): Sentence {
  const account = ACCOUNT_NAMES[line.account];
  const due = line.dueRials;
  if (line.fromYear !== line.toYear) {
    return say('debt-line-years', { account, from: line.fromYear, to: line.toYear, due });
  }
  const year = line.fromYear;
  if (line.lateRials > 0)
    return say('debt-line-late', { account, year, due, late: line.lateRials });
  if (line.discountRials > 0) {
    return say('debt-line-discount', { account, year, due, discount: line.discountRials });
  }
  return say('debt-line', { account, year, due });
}
