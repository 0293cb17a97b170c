import { checkPlain } from '../bot-api/check-text.ts';
import { optional } from '../bot-api/fields.ts';
import { type BotProfile, shownText } from '../world/bot-profile.ts';
import type { World } from '../world/world.ts';
import { checkLanguage } from './language-code.ts';
import { type Method, method } from './method.ts';

type Texts = 'names' | 'descriptions' | 'shortDescriptions';

export const getMe = method({}, ({ bot }) => ({
  ...bot.user,
  can_join_groups: false,
  can_read_all_group_messages: false,
  supports_inline_queries: false,
  can_connect_to_business: false,
  has_main_web_app: false,
}));

export const setMyName = textSetter('name', 64, 'names');
export const setMyDescription = textSetter('description', 512, 'descriptions');
export const setMyShortDescription = textSetter('short_description', 120, 'shortDescriptions');
export const getMyName = textGetter('name', 'names');
export const getMyDescription = textGetter('description', 'descriptions');
export const getMyShortDescription = textGetter('short_description', 'shortDescriptions');

interface MenuButton {
  chat_id?: number;
  menu_button?: { type: string };
}

export const setChatMenuButton = method<MenuButton>(
  { chat_id: optional('Integer'), menu_button: optional('MenuButton') },
  (world, { chat_id, menu_button = { type: 'default' } }) => {
    if (chat_id !== undefined) world.chats.writable(chat_id);
    world.bot.menuButton = menu_button;
    return true;
  },
);

export const getChatMenuButton = method<MenuButton>(
  { chat_id: optional('Integer') },
  ({ bot }) => bot.menuButton,
);

function textSetter(name: string, max: number, texts: Texts): Method {
  return method<Record<string, string | undefined>>(
    { [name]: optional('String', { length: [0, max] }), language_code: optional('String') },
    (world, parameters) => {
      const text = parameters[name] ?? '';
      checkLanguage(parameters.language_code);
      checkPlain(text, name);
      world.bot[texts].set(parameters.language_code ?? '', text);
      tellPage(world);
      return true;
    },
  );
}

function textGetter(name: string, texts: Texts): Method {
  return method<{ language_code?: string }>(
    { language_code: optional('String') },
    ({ bot }, { language_code }) => {
      checkLanguage(language_code);
      return { [name]: bot[texts].get(language_code ?? '') ?? bot[texts].get('') ?? '' };
    },
  );
}

function tellPage({ bot, events }: World): void {
  events.emit({ type: 'bot', chatId: null, ...shownBot(bot) });
}

/** The bot as a citizen sees it. */
export function shownBot({ names, descriptions }: BotProfile): {
  name: string;
  description: string;
} {
  return { name: shownText(names), description: shownText(descriptions) };
}
