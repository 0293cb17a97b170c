import type { Kysely } from 'kysely';
import type { Logger } from 'pino';
import { SetupError } from './errors.ts';
import type { SealKey } from './identity/audit-chain.ts';
import { bulkReads } from './identity/bulk-reads.ts';
import { guessingNow } from './identity/guessing.ts';
import { sealAudit } from './identity/seal-audit.ts';
import type { IdentityTables } from './identity/tables.ts';
import type { Keyring } from './keyring.ts';
import { type Rounds, startRounds } from './notifications/rounds.ts';
import { forgetOld } from './retention.ts';
import type { Tables } from './tables.ts';

const WATCH_EVERY_MS = 60_000;
const UPKEEP_EVERY_MS = 3_600_000;
/** Whoever is paged for it needs no second call meanwhile. */
const ALERTS_APART_MS = 600_000;

export interface WatchParts {
  db: Kysely<Tables>;
  keyring: Keyring;
  logger: Logger;
  onGuessing: () => void;
  /** This process cannot go on: the records have come under a key it has not got. */
  onFatal: (error: SetupError) => void;
  now: () => Date;
}

/** Looks every minute for what somebody should hear of: guessing, reading in bulk, a key that has changed. */
export function startWatch(parts: WatchParts): Rounds {
  const { logger, onFatal } = parts;
  const alert = createAlerts(parts);
  return startRounds({
    everyMs: WATCH_EVERY_MS,
    work: () => watchRound(parts, alert),
    onFailure(error) {
      if (error instanceof SetupError) onFatal(error);
      else logger.error({ err: error }, 'the watch waits for its next round');
    },
  });
}

export type Alert = (kind: 'guessing' | 'bulk-reads', counts: object | null) => void;

/** Tells in the log with counts alone, and again only when some time has passed. */
export function createAlerts({
  logger,
  onGuessing,
  now,
}: Pick<WatchParts, 'logger' | 'onGuessing' | 'now'>): Alert {
  const told = new Map<string, number>();
  return (kind, counts) => {
    const at = now().getTime();
    if (!counts || at - (told.get(kind) ?? Number.NEGATIVE_INFINITY) < ALERTS_APART_MS) return;
    told.set(kind, at);
    if (kind === 'guessing') onGuessing();
    logger.warn({ alert: kind, ...counts }, 'somebody should look into this');
  };
}

export async function watchRound(
  { db, keyring, now }: Pick<WatchParts, 'db' | 'keyring' | 'now'>,
  alert: Alert,
): Promise<void> {
  const identity = db as unknown as Kysely<IdentityTables>;
  await keyring.refresh();
  alert('guessing', await guessingNow(identity, now()));
  alert('bulk-reads', await bulkReads(identity, now()));
}

/** Seals the audit and removes what has been kept long enough: at the start, then every hour. */
export function startUpkeep(parts: {
  db: Kysely<Tables>;
  sealKey: SealKey;
  logger: Logger;
  now: () => Date;
}): Rounds {
  const rounds = startRounds({
    everyMs: UPKEEP_EVERY_MS,
    work: () => upkeepRound(parts),
    onFailure: (error) =>
      parts.logger.warn({ err: error }, 'the audit is sealed, or old words removed, an hour later'),
  });
  rounds.soon();
  return rounds;
}

export async function upkeepRound({
  db,
  sealKey,
  logger,
  now,
}: Parameters<typeof startUpkeep>[0]): Promise<void> {
  await forgetOld(db, now());
  const seals = await sealAudit(db as unknown as Kysely<IdentityTables>, sealKey, now());
  // Kept with the log, elsewhere, a seal shows that nothing was cut off the end.
  for (const { number, seal } of seals) logger.info({ seal: `${number}:${seal}` }, 'audit sealed');
}
