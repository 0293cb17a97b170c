import { type MessageKey, type Sentence, say } from '../../wording/sentence.ts';
import { menu } from '../buttons.ts';
import type { Exchange } from '../exchange.ts';
import type { Reply } from '../turn.ts';
import type { GeneralHandler } from './handler.ts';

const AUTHORITIES = {
  police: 'authority-police',
  registry: 'authority-registry',
  tax: 'authority-tax',
  electricity: 'authority-electricity',
  gas: 'authority-gas',
  water: 'authority-water',
  telecom: 'authority-telecom',
  insurance: 'authority-insurance',
  bank: 'authority-bank',
  court: 'authority-court',
  post: 'authority-post',
  education: 'authority-education',
  health: 'authority-health',
  military: 'authority-military',
  'guild-union': 'authority-guild-union',
  welfare: 'authority-welfare',
  agriculture: 'authority-agriculture',
  passport: 'authority-passport',
  'registry-civil': 'authority-registry-civil',
  customs: 'authority-customs',
  other: 'authority-other',
} as const satisfies Record<string, MessageKey>;

/** «هیچ‌کدام», or a matter that is none of the municipality's. */
export const notOursIntent: GeneralHandler = {
  needs: 'nothing',
  answer: (exchange) => [notOurs(exchange)],
};

export function notOurs(exchange: Exchange, authority?: string): Reply {
  exchange.outcome = 'not-ours';
  const name = authority ? authorityName(authority) : null;
  return {
    lines: [name ? say('not-ours-authority', { authority: name }) : say('not-ours')],
    buttons: menu(),
  };
}

function authorityName(authority: string): Sentence | null {
  const key = Object.hasOwn(AUTHORITIES, authority)
    ? AUTHORITIES[authority as keyof typeof AUTHORITIES]
    : null;
  return key ? say(key) : null;
}
