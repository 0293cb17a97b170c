import type { AskService } from './ask-service.ts';
import { ROUTES } from './routes.ts';
import type { Change } from './wire-answers.ts';

export interface ChangesAfter {
  /** Where the next reading goes on. */
  cursor: string;
  changes: Change[];
}

/** What changed at the municipality; a service need not offer it. */
export interface ServiceChanges {
  /**
   * The changes after a cursor, in order; with no cursor none, but where they stand now.
   * Null when the service does not offer them.
   */
  changesAfter(cursor: string | null): Promise<ChangesAfter | null>;
  /** Whether changes are offered at all. */
  tellsChanges(): Promise<boolean>;
}

const OFFER_STANDS = { freshMs: 300_000, staleMs: 900_000 };

export function serviceChanges(ask: AskService): ServiceChanges {
  return {
    async changesAfter(cursor) {
      const answer = await ask(ROUTES.changes, cursor === null ? {} : { query: { after: cursor } });
      return answer.kind === 'found' ? answer.value : null;
    },
    async tellsChanges() {
      return (await ask(ROUTES.changes, { keep: OFFER_STANDS })).kind === 'found';
    },
  };
}
