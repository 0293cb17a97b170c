import {
  type CertificateAnswer,
  type CertifiedService,
  certificateOnRecord,
} from '../../answers/certificate.ts';
import type { Intent } from '../../language/vocabulary.ts';
import type { Certificate } from '../../records/record-store.ts';
import { type MessageKey, type Sentence, say } from '../../wording/sentence.ts';
import { button, rows, wishButton } from '../buttons.ts';
import type { Button, Reply } from '../turn.ts';
import { otherProperty } from './common.ts';
import { decisionReply } from './decision.ts';
import type { PropertyHandler, PropertyView } from './handler.ts';
import { ownRequestOnly } from './own-request.ts';

type Kind = Exclude<CertifiedService, 'clearance'>;

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
  'no-violation': {
    valid: 'no-violation-valid',
    expired: 'no-violation-expired',
    revoked: 'no-violation-revoked',
  },
  excavation: {
    valid: 'excavation-valid',
    expired: 'excavation-expired',
    revoked: 'excavation-revoked',
  },
  subdivision: {
    valid: 'subdivision-valid',
    expired: 'subdivision-expired',
    revoked: 'subdivision-revoked',
  },
} as const satisfies Record<Kind, Record<Certificate['status'], MessageKey>>;

/** By which wish the same is asked about another property. */
const INTENTS = {
  'building-permit': 'permit',
  completion: 'completion',
  'no-violation': 'violations',
  excavation: 'excavation',
  subdivision: 'subdivision',
} as const satisfies Record<Kind, Intent>;

export const permitIntent = certificateIntent('building-permit');
export const completionIntent = certificateIntent('completion');
export const excavationIntent = certificateIntent('excavation');
export const subdivisionIntent = certificateIntent('subdivision');

function certificateIntent(kind: Kind): PropertyHandler {
  return { needs: 'property', answer: (view) => certificateReplies(kind, view) };
}

/** The certificate on record, or what stands between the property and a new one. */
export async function certificateReplies(kind: Kind, view: PropertyView): Promise<Reply[]> {
  const { file, access, exchange } = view;
  const answer = certificateOnRecord(kind, file, access, exchange.deps.city, exchange.today);
  switch (answer.kind) {
    case 'not-permitted':
      return ownRequestOnly(kind, view);
    case 'on-record':
      return [await onRecord(kind, answer, view)];
    case 'not-on-record':
      return [await decisionReply(kind, answer.decision, view)];
    default:
      return answer satisfies never;
  }
}

async function onRecord(
  kind: Kind,
  { certificate, state, next }: Extract<CertificateAnswer, { kind: 'on-record' }>,
  view: PropertyView,
): Promise<Reply> {
  const { address } = view.file;
  const lines = [say(SENTENCES[kind][state], { address }), ...certificateLines(certificate)];
  if (next) {
    const then = await decisionReply(kind, next, view);
    return { ...then, lines: [...lines, ...then.lines] };
  }
  return {
    lines: [...lines, say('as-of', { date: await view.exchange.recordedOn() })],
    buttons: rows([
      ...anotherOne(kind, view),
      button(say('button-requirements'), { kind: 'wish', intent: 'requirements', service: kind }),
      button(say('button-nearest-office'), { kind: 'wish', intent: 'offices' }),
      ...otherProperty(view, INTENTS[kind]),
    ]),
  };
}

/** One street can be dug up twice, one plot split again: the way to the next one is a visit. */
function anotherOne(kind: Kind, { file }: PropertyView): Button[] {
  if (kind !== 'excavation' && kind !== 'subdivision') return [];
  return [wishButton('book-inspection', { code: file.code, service: kind })];
}

/** Number, days and size, as far as they are recorded. */
export function certificateLines(certificate: Certificate): Sentence[] {
  const size = sizeOf(certificate);
  return [
    say('certificate-number', { number: certificate.number }),
    say('certificate-issued', { day: certificate.issuedOn }),
    ...(certificate.validUntil ? [say('certificate-until', { day: certificate.validUntil })] : []),
    ...(size ? [say('certificate-size', { parts: size })] : []),
  ];
}

/** «۴ طبقه، ۸ واحد، زیربنا ۹۶۰ متر مربع», as far as it is recorded. */
function sizeOf({ floors, units, areaM2 }: Certificate): Sentence | null {
  return joined([
    ...(floors ? [say('part-floors', { count: floors })] : []),
    ...(units ? [say('part-units', { count: units })] : []),
    ...(areaM2 ? [say('part-area', { count: areaM2 })] : []),
  ]);
}

/** Parts of a sentence with a comma between them; null when there are none. */
export function joined(parts: readonly Sentence[]): Sentence | null {
  return parts.reduce<Sentence | null>(
    (all, part) => (all ? say('part-two', { first: all, second: part }) : part),
    null,
  );
}
