import { isDeepStrictEqual } from 'node:util';
import type { RawApi } from 'grammy';
import type { Logger } from 'pino';
import { say } from '../wording/sentence.ts';
import { LOCALES, type Locale, type Wording } from '../wording/wording.ts';
import { COMMANDS } from './commands.ts';

/** Whoever's language we don't speak is spoken to in Persian. */
const DEFAULT: Locale = 'fa';

/**
 * Shows what the bot is and can do: commands, the menu button, the texts of its profile. What the server
 * already has is left alone, for it allows few changes a day. A refusal is logged, never fatal.
 */
export async function introduce(calls: RawApi, wording: Wording, logger: Logger): Promise<void> {
  const steps = [showMenu(calls), ...LOCALES.flatMap((locale) => profile(calls, wording, locale))];
  for (const result of await Promise.allSettled(steps)) {
    if (result.status === 'rejected') {
      logger.warn({ err: result.reason }, 'commands or descriptions could not be set');
    }
  }
}

function profile(calls: RawApi, wording: Wording, locale: Locale): Promise<void>[] {
  const language = locale === DEFAULT ? {} : { language_code: locale };
  const plain = (sentence: ReturnType<typeof say>) => wording.plain(sentence, locale);
  return [
    setUnlessSame(
      () => calls.getMyCommands(language),
      COMMANDS.map(({ command, description }) => ({ command, description: plain(description) })),
      (commands) => calls.setMyCommands({ commands, ...language }),
    ),
    setUnlessSame(
      () => calls.getMyDescription(language),
      { description: plain(say('bot-description')) },
      (description) => calls.setMyDescription({ ...description, ...language }),
    ),
    setUnlessSame(
      () => calls.getMyShortDescription(language),
      { short_description: plain(say('bot-short-description')) },
      (description) => calls.setMyShortDescription({ ...description, ...language }),
    ),
  ];
}

async function showMenu(calls: RawApi): Promise<void> {
  await setUnlessSame(
    () => calls.getChatMenuButton({}),
    { type: 'commands' } as const,
    (menu) => calls.setChatMenuButton({ menu_button: menu }),
  );
}

async function setUnlessSame<T>(
  get: () => Promise<unknown>,
  wanted: T,
  set: (wanted: T) => Promise<unknown>,
): Promise<void> {
  if (!isDeepStrictEqual(await get(), wanted)) await set(wanted);
}
