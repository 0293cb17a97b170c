import { readFileSync, writeFileSync } from 'node:fs';
import { messageTypes } from '../src/wording/message-types.ts';

/** Writes src/wording/messages.generated.ts from locales/fa.ftl: keys and gaps become types. */
const source = readFileSync(new URL('../locales/fa.ftl', import.meta.url), 'utf8');
writeFileSync(
  new URL('../src/wording/messages.generated.ts', import.meta.url),
  messageTypes(source),
);
