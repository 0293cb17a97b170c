import type { Intent, Service } from '../language/vocabulary.ts';
import { IMPLIED_SERVICE } from '../understanding/classifier.ts';
import type { Exchange } from './exchange.ts';
import { ifRecent } from './recently.ts';

/** The service last answered about, for «مدارکش چیه» and the like. */
export interface RecentService {
  service: Service;
  at: string;
}

export function noteService({ state, now }: Exchange, service: Service): void {
  state.recent = { service, at: now.toISOString() };
}

/** What a wish is about becomes what "it" means after its answer. */
export function noteServiceOf(
  exchange: Exchange,
  { intent, service = IMPLIED_SERVICE[intent] }: { intent: Intent; service?: Service },
): void {
  if (service) noteService(exchange, service);
}

/** The service of the visit being booked, or of the last answer. */
export function serviceTalkedAbout({ state, now }: Exchange): Service | null {
  return state.form?.service ?? ifRecent(state.recent, now)?.service ?? null;
}
