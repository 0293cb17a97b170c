import { verifiedCertificate } from '../../../answers/verified-certificate.ts';
import type { Certificate } from '../../../records/record-store.ts';
import { say } from '../../../wording/sentence.ts';
import { rows, SERVICE_NAMES, wishButton } from '../../buttons.ts';
import { coolingDown, restingRecord } from '../../cooling-down.ts';
import type { Exchange } from '../../exchange.ts';
import type { Reply } from '../../turn.ts';
import type { FilledVerifyForm } from './verify-form.ts';

const KIND_NAMES = {
  'building-permit': SERVICE_NAMES['building-permit'],
  completion: SERVICE_NAMES.completion,
  'no-violation': SERVICE_NAMES['no-violation'],
  'inquiry-answer': SERVICE_NAMES.inquiry,
  clearance: SERVICE_NAMES.clearance,
  subdivision: SERVICE_NAMES.subdivision,
  excavation: SERVICE_NAMES.excavation,
} as const satisfies Record<Certificate['kind'], unknown>;

/**
 * The end of the form. Whatever is wrong, and whether it is one of the three or all, is answered with the same
 * words; misses count like those of renovation codes, so that nobody can try numbers out.
 */
export async function checkCertificate(
  exchange: Exchange,
  { number, code, issuedOn }: FilledVerifyForm,
): Promise<Reply[]> {
  const { deps, today, effects, state } = exchange;
  const objectHash = deps.keyedHash('code', code);
  const waiting =
    (await coolingDown(exchange)) ?? (await restingRecord(exchange, objectHash, code));
  if (waiting) {
    delete state.smallForm;
    return [waiting];
  }
  const answer = verifiedCertificate(
    await deps.records.certificate({ number, code, issuedOn }),
    today,
  );
  delete state.smallForm;
  exchange.outcome = answer.kind === 'confirmed' ? 'answered' : 'not-confirmed';
  effects.push({
    kind: 'audit',
    entry: {
      intent: 'verify-certificate',
      outcome: exchange.outcome,
      objectHash,
      facts: answer.kind === 'confirmed' ? ['certificate-state'] : [],
    },
  });
  if (answer.kind === 'not-confirmed') {
    effects.push({ kind: 'count-miss', what: 'code', objectHash });
    return [
      {
        lines: [say('verify-not-confirmed')],
        buttons: rows([wishButton('verify-certificate'), wishButton('offices')]),
      },
    ];
  }
  const facts = {
    kind: KIND_NAMES[answer.certificate],
    number: answer.number,
    day: answer.issuedOn,
  };
  const line = {
    valid: say('verify-valid', facts),
    expired: say('verify-expired', facts),
    revoked: say('verify-revoked', facts),
  }[answer.state];
  return [
    {
      lines: [line, say('as-of', { date: await exchange.recordedOn() })],
      buttons: rows([wishButton('verify-certificate')]),
    },
  ];
}
