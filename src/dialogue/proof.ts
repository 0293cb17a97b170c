import { type Sentence, say } from '../wording/sentence.ts';
import { cancelRow } from './cancel-button.ts';
import type { Exchange } from './exchange.ts';
import type { Reply } from './turn.ts';

const WHY_CONTACT = {
  records: say('ask-contact'),
  booking: say('ask-contact-booking'),
  complaint: say('ask-contact-complaint'),
  code: say('ask-contact-code'),
  operator: say('ask-contact-operator'),
  link: say('ask-contact-link'),
} as const;

/** Asks for the citizen's own number, by the only way that proves it: the messenger's contact button. */
export function askContact(exchange: Exchange, why: keyof typeof WHY_CONTACT = 'records'): Reply {
  exchange.outcome = 'needs-proof';
  return {
    lines: [WHY_CONTACT[why]],
    keyboard: {
      kind: 'ask-contact',
      labels: { send: say('button-send-contact'), others: otherWays(exchange, why) },
    },
  };
}

/** Files open to a code by SMS as well; who writes is known by the messenger's own number alone. */
function otherWays({ deps }: Exchange, why: keyof typeof WHY_CONTACT): Sentence[] {
  const opensFiles = why === 'records' || why === 'code';
  const other = deps.smsCodes && opensFiles ? [say('button-other-mobile')] : [];
  return [say('button-why-contact'), ...other];
}

/**
 * `shared`: the mobile stands for several people, or another account has proven it before. `strong`: what was
 * asked is shown to those only who have just given the national id on the file.
 */
export function askNationalId(exchange: Exchange, why: 'shared' | 'strong' = 'shared'): Reply {
  exchange.outcome = 'needs-proof';
  exchange.state.expecting = 'national-id';
  return {
    lines: [say(why === 'strong' ? 'ask-national-id-strong' : 'ask-national-id')],
    buttons: [cancelRow()],
  };
}
