import { pipeline } from 'node:stream/promises';
import { SetupError } from '../errors.ts';
import { PATHS } from '../paths.ts';
import { createUnderstander } from '../understanding/create-understander.ts';
import type { Understander } from '../understanding/understanding.ts';

/** Far above any message; keeps an endless line from filling the memory. */
const LONGEST_LINE = 65_536;

try {
  const understander = await createUnderstander({
    intentsDir: PATHS.intents,
    cacheDir: PATHS.cache,
  });
  process.stdin.setEncoding('utf8');
  await pipeline(process.stdin, linesOf, (lines) => answers(understander, lines), process.stdout);
} catch (error) {
  // Whoever reads the output may stop early, like `head`.
  if ((error as NodeJS.ErrnoException).code !== 'EPIPE') {
    console.error(error instanceof SetupError ? error.message : error);
    process.exitCode = error instanceof SetupError ? 2 : 1;
  }
}

async function* answers(understander: Understander, lines: AsyncIterable<string>) {
  for await (const line of lines) yield `${JSON.stringify(matched(understander, line))}\n`;
}

/** One line of the outer interface, which knows no amounts: only the slots that the intent's file lists, absent ones left out. */
function matched(understander: Understander, text: string) {
  const understood = understander.understand(text, { now: new Date() });
  const { intent, confidence, service, account, entities, decision, choices } = understood;
  const slots = understander.slotsOf(intent);
  return {
    text,
    intent,
    confidence,
    ...(service && slots.includes('service') && { service }),
    ...(account && slots.includes('account') && { account }),
    entities: entities.filter(({ type }) => type !== 'amount'),
    decision,
    choices,
  };
}

/** Parted by line feeds alone: other line separators may stand inside a message. */
async function* linesOf(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of chunks) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop()!.slice(0, LONGEST_LINE);
    for (const line of lines) yield withoutReturn(line);
  }
  if (rest !== '') yield withoutReturn(rest);
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}
