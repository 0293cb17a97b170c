import { say } from '../../wording/sentence.ts';
import { button, menu } from '../buttons.ts';
import type { Exchange } from '../exchange.ts';
import type { Reply } from '../turn.ts';
import type { GeneralHandler } from './handler.ts';

export const greetingIntent: GeneralHandler = {
  needs: 'nothing',
  answer: (exchange) => [
    exchange.state.met ? { lines: [say('greeting')], buttons: menu() } : welcome(exchange),
  ],
};

export function welcome({ deps }: Exchange): Reply {
  return {
    lines: [say('welcome', { city: deps.city.name }), say('welcome-how')],
    buttons: menu(),
  };
}

export const thanksIntent: GeneralHandler = {
  needs: 'nothing',
  answer: () => [{ lines: [say('thanks')] }],
};

export const helpIntent: GeneralHandler = {
  needs: 'nothing',
  answer: () => [{ lines: [say('help')], buttons: menu() }],
};

export const languageIntent: GeneralHandler = {
  needs: 'nothing',
  answer: (exchange) => {
    exchange.outcome = 'asked';
    return [
      {
        lines: [say('language-choose')],
        buttons: [
          [
            button(say('button-persian'), { kind: 'language', locale: 'fa' }),
            button(say('button-english'), { kind: 'language', locale: 'en' }),
          ],
        ],
      },
    ];
  },
};
