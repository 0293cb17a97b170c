import type { BotCommand, User } from '../bot-api/shapes.ts';
import type { PlaygroundOptions } from '../options.ts';

/** Texts and commands by language code; the empty code is for everybody. */
type ByLanguage = Map<string, string>;

export interface BotProfile {
  user: User & { username: string };
  names: ByLanguage;
  descriptions: ByLanguage;
  shortDescriptions: ByLanguage;
  /** Keys are a scope and a language, see `commandsKey`. */
  commands: Map<string, BotCommand[]>;
  menuButton: { type: string };
  webhookUrl: string;
}

export function createBotProfile({ botName, botUsername }: PlaygroundOptions): BotProfile {
  return {
    user: { id: 8_000_000_001, is_bot: true, first_name: botName, username: botUsername },
    names: new Map([['', botName]]),
    descriptions: new Map(),
    shortDescriptions: new Map(),
    commands: new Map(),
    menuButton: { type: 'commands' },
    webhookUrl: '',
  };
}

export interface CommandScope {
  type: string;
  chat_id?: number | string;
}

export function commandsKey(scope: CommandScope | undefined, language: string | undefined): string {
  return [scope?.type ?? 'default', scope?.chat_id ?? '', language ?? ''].join('|');
}

/** The commands a Persian-speaking citizen sees in a private chat: the narrowest list wins. */
export function shownCommands({ commands }: BotProfile): BotCommand[] {
  const lists = ['all_private_chats', 'default'].flatMap((type) =>
    ['fa', ''].map((language) => commands.get(commandsKey({ type }, language))),
  );
  return lists.find((list) => list !== undefined && list.length > 0) ?? [];
}

/** A text of the profile as a Persian-speaking citizen sees it. */
export function shownText(texts: ByLanguage): string {
  return texts.get('fa') || texts.get('') || '';
}
