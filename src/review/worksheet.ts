import { parseDocument, stringify } from 'yaml';
import { z } from 'zod';
import { SetupError } from '../errors.ts';
import { ACCOUNTS, INTENTS, SERVICES } from '../language/vocabulary.ts';
import type { Cluster } from './clusters.ts';

const HELP = `What was not understood, the most frequent first. Nothing here is a citizen's own: marks like ‹word› stand
for what was taken out. For each line worth learning:
  - write in place of every mark what somebody might have said there, or take it out; nobody's real name or number
  - teach: the intent it stands for (one of "proposed" or any other; none for what is not ours), or drop
  - service, account or authority may be added below it, as in intents/
Lines whose "teach" is empty stay on the list. Then: npm run review -- --apply THIS-FILE`;

const line = z.strictObject({
  text: z.string().trim().min(1).max(600),
  chosen: z.array(z.enum(INTENTS)).optional(),
  teach: z.union([z.enum(INTENTS), z.literal('drop'), z.literal('')]).nullish(),
  service: z.enum(SERVICES).optional(),
  account: z.enum(ACCOUNTS).optional(),
  authority: z
    .string()
    .regex(/^[a-z][a-z-]*$/)
    .optional(),
  ids: z.array(z.string()),
});
const worksheet = z.array(
  z.strictObject({
    said: z.number(),
    proposed: z.array(z.enum(INTENTS)),
    lines: z.array(line),
  }),
);
/** A line of the list with what a person decided about it. */
export type WorkLine = z.infer<typeof line>;

export function writeWorksheet(clusters: readonly Cluster[]): string {
  const comment = HELP.split('\n').map((text) => `# ${text}\n`);
  const groups = clusters.map(({ said, proposed, lines }) => ({
    said,
    proposed,
    lines: lines.map(({ text, chosen, ids }) => ({
      text,
      ...(chosen.length > 0 && { chosen }),
      teach: '',
      ids,
    })),
  }));
  return `${comment.join('')}\n${stringify(groups, { lineWidth: 0, flowCollectionPadding: false })}`;
}

/** @param name of the file, for what is wrong with it */
export function readWorksheet(text: string, name: string): WorkLine[] {
  const document = parseDocument(text);
  const [error] = document.errors;
  if (error) throw new SetupError(`${name}: ${error.message.split('\n', 1)[0]}`);
  const { success, data, error: wrong } = worksheet.safeParse(document.toJS({ maxAliasCount: 0 }));
  if (success) return data.flatMap(({ lines }) => lines);
  const issue = wrong.issues[0]!;
  throw new SetupError(`${name}: ${issue.message} at ${issue.path.map(String).join('.')}`);
}
