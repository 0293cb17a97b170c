import { IDENTITY_LIMITS } from '../../identity/limits.ts';
import { addDays, tehranDate } from '../../language/jalali.ts';
import { TOPICS, type Topic } from '../../language/vocabulary.ts';
import { say } from '../../wording/sentence.ts';
import { button, rows, wishButton } from '../buttons.ts';
import { topicNames, topicsShownTo } from '../news/topics.ts';
import type { Reply } from '../turn.ts';
import { roleLimited } from './common.ts';
import type { PropertyHandler, PropertyView } from './handler.ts';

/** «خبرم کن»: told from the next change on, of whatever this citizen may see of the property. */
export const notifyIntent: PropertyHandler = {
  needs: 'property',
  async answer(view) {
    const { exchange, file, access } = view;
    const { tellsChanges } = exchange.deps;
    if (tellsChanges && !(await tellsChanges())) return [notOffered(file)];
    const topics = topicsShownTo(access, topicsOf(view));
    if (topics.length === 0) return roleLimited(view);
    exchange.outcome = 'subscribed';
    exchange.state.toldNews = true;
    exchange.effects.push({ kind: 'subscribe', code: file.code, topics });
    const { mobile } = await exchange.proofs();
    const until = addDays(tehranDate(mobile?.provenAt ?? exchange.now), IDENTITY_LIMITS.mobileDays);
    return [
      {
        lines: [
          say('news-on', { address: file.address, topics: topicNames(topics) }),
          // The proof ends by then, and with it the right to be told.
          say('news-until', { day: until }),
        ],
        buttons: rows([button(say('button-stop-news'), { kind: 'stop-news', code: file.code })]),
      },
    ];
  },
};

/** Nothing is promised that could not be kept; the present state is one press away. */
function notOffered({ address, code }: PropertyView['file']): Reply {
  return {
    lines: [say('news-not-offered', { address })],
    buttons: rows([wishButton('request-status', { code }), wishButton('debt', { code })]),
  };
}

/** What was named, by a button or in words; else everything. */
function topicsOf({ wish }: PropertyView): readonly Topic[] {
  if (wish.topics) return wish.topics;
  if (wish.account) return ['bills'];
  return wish.service || wish.requestNo ? ['requests', 'certificates'] : TOPICS;
}
