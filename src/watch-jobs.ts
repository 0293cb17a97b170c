import type { Kysely } from 'kysely';
import type { Logger } from 'pino';
import type { SealKey } from './identity/audit-chain.ts';
import { bulkReads } from './identity/bulk-reads.ts';
import { guessingNow } from './identity/guessing.ts';
import { sealAudit } from './identity/seal-audit.ts';
import type { IdentityTables } from './identity/tables.ts';
import type { Job } from './jobs/job.ts';
import type { Tables } from './tables.ts';

const WATCH_EVERY_MS = 60_000;
const SEAL_EVERY_MS = 3_600_000;
/** Whoever is paged for it needs no second call meanwhile. */
const ALERTS_APART_MS = 600_000;

export interface WatchParts {
  db: Kysely<Tables>;
  sealKey: SealKey;
  logger: Logger;
  onGuessing: () => void;
  now: () => Date;
}

/** Notices guessing and reading in bulk, and seals the audit. */
export function watchJobs(parts: WatchParts): Job[] {
  const alert = createAlerts(parts);
  return [
    { name: 'watch', everyMs: WATCH_EVERY_MS, run: () => watch(parts, alert) },
    { name: 'seal-audit', everyMs: SEAL_EVERY_MS, run: () => seal(parts) },
  ];
}

type Alert = (kind: 'guessing' | 'bulk-reads', counts: object | null) => void;

/** Tells in the log with counts alone, and again only when some time has passed. */
function createAlerts({ logger, onGuessing, now }: WatchParts): Alert {
  const told = new Map<string, number>();
  return (kind, counts) => {
    const at = now().getTime();
    if (!counts || at - (told.get(kind) ?? Number.NEGATIVE_INFINITY) < ALERTS_APART_MS) return;
    told.set(kind, at);
    if (kind === 'guessing') onGuessing();
    logger.warn({ alert: kind, ...counts }, 'somebody should look into this');
  };
}

async function watch({ db, now }: WatchParts, alert: Alert): Promise<void> {
  const identity = db as unknown as Kysely<IdentityTables>;
  alert('guessing', await guessingNow(identity, now()));
  alert('bulk-reads', await bulkReads(identity, now()));
}

async function seal({ db, sealKey, logger, now }: WatchParts): Promise<void> {
  const seals = await sealAudit(db as unknown as Kysely<IdentityTables>, sealKey, now());
  // Kept with the log, elsewhere, a seal shows that nothing was cut off the end.
  for (const { number, seal } of seals) logger.info({ seal: `${number}:${seal}` }, 'audit sealed');
}
