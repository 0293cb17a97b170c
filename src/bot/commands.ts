import { type Sentence, say } from '../wording/sentence.ts';

/** The bot's menu, in its order; what each command does is the dialogue's affair. */
export const COMMANDS: { command: string; description: Sentence }[] = [
  { command: 'debt', description: say('command-debt') },
  { command: 'status', description: say('command-status') },
  { command: 'book', description: say('command-book') },
  { command: 'visits', description: say('command-visits') },
  { command: 'offices', description: say('command-offices') },
  { command: 'help', description: say('command-help') },
  { command: 'privacy', description: say('command-privacy') },
  { command: 'language', description: say('command-language') },
  { command: 'start', description: say('command-start') },
];
