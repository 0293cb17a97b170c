import { createInterface } from 'node:readline/promises';
import { INTENTS, type Intent } from '../language/vocabulary.ts';
import type { Cluster, ReviewLine } from '../review/clusters.ts';
import type { WorkLine } from '../review/worksheet.ts';
import { hasPlaceholder } from '../understanding/masking/placeholders.ts';

const LATER = '';
const QUIT = 'q';

/** Goes through the list on a terminal, line by line; what was decided until the person leaves off. */
export async function decideOnTerminal(
  clusters: readonly Cluster[],
  { input, output }: { input: NodeJS.ReadableStream; output: NodeJS.WritableStream },
): Promise<WorkLine[]> {
  const terminal = createInterface({ input, output });
  // A terminal that is closed in the middle answers nothing any more.
  const gone = new AbortController();
  terminal.on('close', () => gone.abort());
  const ask = (question: string) => terminal.question(question, { signal: gone.signal });
  const decided: WorkLine[] = [];
  try {
    for (const [i, { said, proposed, lines }] of clusters.entries()) {
      output.write(`\n${i + 1} of ${clusters.length}, said ${said} times\n`);
      for (const line of lines) {
        const teach = await askIntent(ask, line, proposed, output);
        if (teach === QUIT) return decided;
        if (teach === LATER) continue;
        decided.push(await worded(ask, line, teach));
      }
    }
  } catch (error) {
    if (!(error instanceof Error && error.name === 'AbortError')) throw error;
  } finally {
    terminal.close();
  }
  return decided;
}

type Ask = (question: string) => Promise<string>;

async function askIntent(
  ask: Ask,
  { text, chosen }: ReviewLine,
  proposed: readonly Intent[],
  output: NodeJS.WritableStream,
): Promise<Intent | 'drop' | typeof LATER | typeof QUIT> {
  const offers = [...new Set([...chosen, ...proposed])];
  const numbered = offers.map((intent, i) => `${i + 1} ${intent}`).join(', ');
  output.write(`  ${text}${chosen.length > 0 ? `   (then pressed: ${chosen.join(', ')})` : ''}\n`);
  for (;;) {
    const question = `  ${numbered}, an intent's name, d drop, q leave off, Enter later: `;
    const answer = (await ask(question)).trim();
    const offered = offers[Number(answer) - 1];
    if (offered) return offered;
    if (answer === LATER || answer === QUIT) return answer;
    if (answer === 'd') return 'drop';
    const named = INTENTS.find((intent) => intent === answer);
    if (named) return named;
  }
}

/** Marks are filled in by the person, who alone knows what is natural there and nobody's own. */
async function worded(ask: Ask, line: ReviewLine, teach: Intent | 'drop'): Promise<WorkLine> {
  let { text } = line;
  while (teach !== 'drop' && hasPlaceholder(text)) {
    text = (await ask('  Write it without marks, with no real name or number: ')).trim() || text;
  }
  return { text, teach, ids: line.ids };
}
