import { checkPlain } from '../bot-api/check-text.ts';
import { optional, required } from '../bot-api/fields.ts';
import { badRequest } from '../bot-api/refusal.ts';
import type { BotCommand } from '../bot-api/shapes.ts';
import { type CommandScope, commandsKey, shownCommands } from '../world/bot-profile.ts';
import type { World } from '../world/world.ts';
import { checkLanguage } from './language-code.ts';
import { method } from './method.ts';

const SCOPED = { scope: optional('BotCommandScope'), language_code: optional('String') };

interface Scoped {
  scope?: CommandScope;
  language_code?: string;
}

export const setMyCommands = method<Scoped & { commands: BotCommand[] }>(
  { ...SCOPED, commands: required('Array of BotCommand') },
  (world, { commands, scope, language_code }) => {
    checkLanguage(language_code);
    if (commands.length > 100) throw badRequest('BOT_COMMANDS_TOO_MUCH');
    for (const { command, description } of commands) {
      if (!/^[a-z0-9_]{1,32}$/.test(command)) throw badRequest('BOT_COMMAND_INVALID');
      if (description.trim() === '') throw badRequest('BOT_COMMAND_DESCRIPTION_INVALID');
      checkPlain(description, `description of /${command}`);
    }
    world.bot.commands.set(commandsKey(scope, language_code), commands);
    tellPage(world);
    return true;
  },
);

export const getMyCommands = method<Scoped>(SCOPED, (world, { scope, language_code }) => {
  checkLanguage(language_code);
  return world.bot.commands.get(commandsKey(scope, language_code)) ?? [];
});

export const deleteMyCommands = method<Scoped>(SCOPED, (world, { scope, language_code }) => {
  checkLanguage(language_code);
  world.bot.commands.delete(commandsKey(scope, language_code));
  tellPage(world);
  return true;
});

function tellPage(world: World): void {
  world.events.emit({ type: 'commands', chatId: null, commands: shownCommands(world.bot) });
}
