import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take half a minute and more, most of which they wait: begun last, they would end alone. */
const LONGEST = [
  'conversations/random-walk',
  'conversations/over-http',
  'faults/kill-storm',
  'conversations/transcripts',
  'bot/failures',
  'bot/pacing',
  'bot/fleet-sending',
  'abuse/model',
  'abuse/secrets',
  'commands/start',
  'playground/page',
].map((name) => `/tests/${name}.test.ts`);

/** The order of a first run, when Vitest remembers no durations. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification) =>
      LONGEST.some((name) => moduleId.endsWith(name));
    const sorted = await super.sort(files);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}
