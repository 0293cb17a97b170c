import type { RecordEvent } from '../../records/record-events.ts';
import type { Certificate } from '../../records/record-store.ts';
import { type Sentence, say } from '../../wording/sentence.ts';
import { SERVICE_NAMES } from '../buttons.ts';
import type { Reply } from '../turn.ts';
import { type NewsView, stopButton } from './view.ts';

/** A certificate issued, renewed, at its end or revoked. */
export function certificateNews({ objectKey, before }: RecordEvent, view: NewsView): Reply | null {
  const { file, access } = view;
  const [kind, number] = objectKey;
  const found = file.certificates.find((one) => one.kind === kind && one.number === number);
  if (!found || !access.facts.has('certificates')) return null;
  const title = titleOf(found, before, view);
  if (!title) return null;
  const until = found.validUntil;
  return {
    lines: [
      title,
      say('certificate-number', { number: found.number }),
      say('certificate-issued', { day: found.issuedOn }),
      ...(until ? [say('certificate-until', { day: until })] : []),
    ],
    buttons: [[stopButton(view)]],
  };
}

/** Null for one that was over before it was recorded: old papers entered late are no news. */
function titleOf(
  { kind, status }: Certificate,
  before: RecordEvent['before'],
  { file }: NewsView,
): Sentence | null {
  const service = kind === 'inquiry-answer' ? 'inquiry' : kind;
  const what = { certificate: SERVICE_NAMES[service], address: file.address };
  if (!before) return status === 'valid' ? say('news-certificate', what) : null;
  const title = {
    valid: 'news-certificate-renewed',
    expired: 'news-certificate-expired',
    revoked: 'news-certificate-revoked',
  } as const;
  return say(title[status], what);
}
