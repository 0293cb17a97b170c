import { type InquiryAnswer, inquiry } from '../../answers/inquiry.ts';
import type { Request } from '../../records/record-store.ts';
import { type MessageKey, type Sentence, say } from '../../wording/sentence.ts';
import { button, rows } from '../buttons.ts';
import type { Reply } from '../turn.ts';
import { certificateLines } from './certificate.ts';
import { checklistReply } from './checklist.ts';
import { otherProperty } from './common.ts';
import type { PropertyHandler, PropertyView } from './handler.ts';
import { ownRequestOnly } from './own-request.ts';

export const inquiryIntent: PropertyHandler = {
  needs: 'property',
  async answer(view) {
    const { file, access, exchange } = view;
    const answer = inquiry(file, access, exchange.deps.city, exchange.today);
    switch (answer.kind) {
      case 'not-permitted':
        return ownRequestOnly('inquiry', view);
      case 'answered':
        return [await answered(answer, view)];
      case 'checklist':
        return [await checklistReply('inquiry', answer, view)];
      default:
        return answer satisfies never;
    }
  },
};

const SENTENCES = {
  valid: 'inquiry-valid',
  expired: 'inquiry-expired',
  revoked: 'inquiry-revoked',
} as const satisfies Record<string, MessageKey>;

/** The answer that was given; what would be answered today follows where that differs. */
async function answered(
  { certificate, state, request, today }: Extract<InquiryAnswer, { kind: 'answered' }>,
  view: PropertyView,
): Promise<Reply> {
  const lines = [
    say(SENTENCES[state], { address: view.file.address }),
    ...(request ? letterLines(request) : []),
    ...certificateLines(certificate),
  ];
  if (state !== 'valid' || today.decision.kind !== 'clear') {
    const now = await checklistReply('inquiry', today, view);
    return { ...now, lines: [...lines, ...now.lines] };
  }
  return {
    lines: [
      ...lines,
      say('inquiry-still-clear'),
      say('as-of', { date: await view.exchange.recordedOn() }),
    ],
    buttons: rows([
      button(say('button-requirements'), {
        kind: 'wish',
        intent: 'requirements',
        service: 'inquiry',
      }),
      button(say('button-nearest-office'), { kind: 'wish', intent: 'offices' }),
      ...otherProperty(view, 'inquiry'),
    ]),
  };
}

/** Whose letter was answered, and the officer's last words on it. */
function letterLines({ letterNo, letterFrom, steps }: Request): Sentence[] {
  const note = steps.at(-1)?.publicNote;
  return [
    ...(letterFrom ? [say('inquiry-letter-from', { from: letterFrom })] : []),
    ...(letterNo ? [say('inquiry-letter-number', { number: letterNo })] : []),
    ...(note ? [say('inquiry-note', { note })] : []),
  ];
}
