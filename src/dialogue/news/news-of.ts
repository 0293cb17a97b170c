import { look } from '../../identity/look.ts';
import { standingOf } from '../../identity/standing.ts';
import { tehranDate } from '../../language/jalali.ts';
import type { RecordEvent } from '../../records/record-events.ts';
import type { DialogueDependencies } from '../exchange.ts';
import type { Reply } from '../turn.ts';
import { billNews } from './bill-news.ts';
import { certificateNews } from './certificate-news.ts';
import { requestNews } from './request-news.ts';
import type { NewsView } from './view.ts';

/** What an event is to one subscriber. `ended`: the property isn't theirs any more, or their proof is over. */
export type News = { kind: 'tell'; reply: Reply } | { kind: 'nothing' } | { kind: 'ended' };

/** Tries the subscriber's proof against the records of this moment, then says what they may see of the change. */
export async function newsOf(
  deps: Pick<DialogueDependencies, 'records' | 'identity' | 'city'>,
  citizenId: string,
  event: RecordEvent,
  now: Date,
): Promise<News> {
  const { records, identity, city } = deps;
  const today = tehranDate(now);
  const standing = await standingOf(records, await identity.proofsOf(citizenId, now));
  const seen = await look(records, standing, { code: event.code }, today);
  if (seen.kind === 'not-shown') return { kind: 'ended' };
  const reply = said(event, { file: seen.file, access: seen.access, city, today });
  return reply ? { kind: 'tell', reply } : { kind: 'nothing' };
}

function said(event: RecordEvent, view: NewsView): Reply | null {
  switch (event.kind) {
    case 'request':
      return requestNews(event, view);
    case 'bill':
      return billNews(event, view);
    case 'certificate':
      return certificateNews(event, view);
    default:
      return event.kind satisfies never;
  }
}
