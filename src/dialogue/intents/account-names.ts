import type { ChargeAccount } from '../../language/vocabulary.ts';
import { type Sentence, say } from '../../wording/sentence.ts';

export const ACCOUNT_NAMES = {
  renovation: say('account-renovation'),
  waste: say('account-waste'),
  guild: say('account-guild'),
  income: say('account-income'),
  commission: say('account-commission'),
  excavation: say('account-excavation'),
} as const satisfies Record<ChargeAccount, Sentence>;
