import { openStorage } from '../src/open-storage.ts';
import { loadDemoCity, startTalk } from '../tests/conversations/talk.ts';
import { START } from '../tests/conversations/transcript.ts';
import { startPostgres } from '../tests/helpers/private-postgres.ts';

const TRIALS = 500;
const WARM_UP = 50;
const MOST_APART = 0.05;
const STRANGER = 700_001;
const QUESTIONS = {
  'nobody’s': 'بدهی 3-99-999-9',
  'nobody’s again': 'بدهی 3-99-998-9',
  'another’s': 'بدهی 3-11-245-7',
};
type Asked = keyof typeof QUESTIONS;

/**
 * Whether a stranger could tell by the clock that a property is on record: the time of an answer about another's
 * code beside that about nobody's (the baseline), and beside the same twice, which is the noise. Turn and commit on
 * PostgreSQL, trials taken in turns.
 */
export async function benchPrivacy(print: (line: string) => void = console.log): Promise<void> {
  const postgres = await startPostgres();
  const database = await openStorage({ url: postgres.url });
  try {
    await loadDemoCity(database);
    const talk = await startTalk(database);
    const contact = { kind: 'contact', own: true, phone: '+989000001003' } as const;
    await talk.hears(STRANGER, contact, START);
    const times: Record<Asked, number[]> = {
      'nobody’s': [],
      'nobody’s again': [],
      'another’s': [],
    };
    const names = Object.keys(QUESTIONS) as Asked[];
    for (let trial = 0; trial < TRIALS + WARM_UP; trial++) {
      // Each goes first as often as the others.
      const order = names.map((_, i) => names[(i + trial) % names.length]!);
      for (const name of order) {
        await database.db.deleteFrom('bot.misses').execute();
        const began = performance.now();
        await talk.hears(STRANGER, { kind: 'text', text: QUESTIONS[name] }, START);
        if (trial >= WARM_UP) times[name].push(performance.now() - began);
      }
    }
    const baseline = median(times['nobody’s']);
    const noise = median(times['nobody’s again']) / baseline - 1;
    const apart = median(times['another’s']) / baseline - 1;
    print(
      `privacy: a code that is nobody’s (baseline): median ${baseline.toFixed(2)} ms of ${TRIALS}`,
    );
    print(`privacy: the same again: ${percent(noise)}`);
    print(
      `privacy: a code that is another’s: ${percent(apart)} (goal: within ${percent(MOST_APART)})`,
    );
  } finally {
    await database.close();
    await postgres.stop();
  }
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

function percent(part: number): string {
  return `${part >= 0 ? '+' : ''}${(part * 100).toFixed(1)} %`;
}

if (import.meta.main) await benchPrivacy();
