import { type CertificateAnswer, certificateOnRecord } from '../../answers/certificate.ts';
import type { Certificate } from '../../records/record-store.ts';
import { type MessageKey, type Sentence, say } from '../../wording/sentence.ts';
import { button, rows } from '../buttons.ts';
import type { Reply } from '../turn.ts';
import { otherProperty, roleLimited } from './common.ts';
import { decisionReply } from './decision.ts';
import type { PropertyHandler, PropertyView } from './handler.ts';

type Kind = 'building-permit' | 'completion';

const SENTENCES = {
  'building-permit': {
    valid: 'permit-valid',
    expired: 'permit-expired',
    revoked: 'permit-revoked',
  },
  completion: {
    valid: 'completion-valid',
    expired: 'completion-expired',
    revoked: 'completion-revoked',
  },
} as const satisfies Record<Kind, Record<string, MessageKey>>;

export const permitIntent = certificateIntent('building-permit');
export const completionIntent = certificateIntent('completion');

function certificateIntent(kind: Kind): PropertyHandler {
  return {
    needs: 'property',
    async answer(view) {
      const { file, access, exchange } = view;
      const answer = certificateOnRecord(kind, file, access, exchange.deps.city, exchange.today);
      switch (answer.kind) {
        case 'not-permitted':
          return roleLimited(view);
        case 'on-record':
          return [await onRecord(kind, answer, view)];
        case 'not-on-record':
          return [await decisionReply(kind, answer.decision, view)];
        default:
          return answer satisfies never;
      }
    },
  };
}

async function onRecord(
  kind: Kind,
  { certificate, state }: Extract<CertificateAnswer, { kind: 'on-record' }>,
  view: PropertyView,
): Promise<Reply> {
  const size = sizeOf(certificate);
  return {
    lines: [
      say(SENTENCES[kind][state], { address: view.file.address }),
      say('certificate-number', { number: certificate.number }),
      say('certificate-issued', { day: certificate.issuedOn }),
      ...(certificate.validUntil
        ? [say('certificate-until', { day: certificate.validUntil })]
        : []),
      ...(size ? [say('certificate-size', { parts: size })] : []),
      say('as-of', { date: await view.exchange.recordedOn() }),
    ],
    buttons: rows([
      button(say('button-requirements'), { kind: 'wish', intent: 'requirements', service: kind }),
      button(say('button-nearest-office'), { kind: 'wish', intent: 'offices' }),
      ...otherProperty(view, kind === 'completion' ? 'completion' : 'permit'),
    ]),
  };
}

/** «۴ طبقه، ۸ واحد، زیربنا ۹۶۰ متر مربع», as far as it is recorded. */
function sizeOf({ floors, units, areaM2 }: Certificate): Sentence | null {
  const parts = [
    ...(floors ? [say('part-floors', { count: floors })] : []),
    ...(units ? [say('part-units', { count: units })] : []),
    ...(areaM2 ? [say('part-area', { count: areaM2 })] : []),
  ];
  return parts.reduce<Sentence | null>(
    (all, part) => (all ? say('part-two', { first: all, second: part }) : part),
    null,
  );
}
