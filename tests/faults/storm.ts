import { Client } from 'pg';
import { startBotApi } from '../helpers/bot-api-server.ts';
import { stormCitizens } from './storm-citizens.ts';
import { type IntakeKind, startFleet } from './storm-fleet.ts';

export interface StormReport {
  intake: IntakeKind;
  kills: number;
  citizens: number;
  updates: number;
  /** Who was told no tracking code in the end. */
  unanswered: number;
  /** The last that they heard. */
  waitingAfter: string[];
  /** Codes that citizens were told and the database doesn't know as theirs. */
  lost: number;
  /** Citizens with more than one visit. */
  doubled: number;
  /** Messages that came twice. */
  repeated: number;
  apologies: string[];
  setAside: number;
  /** What is left in the outbox at the end. */
  unsent: number;
  exitCodes: (number | null)[];
  seconds: number;
}

interface Storm {
  intake: IntakeKind;
  kills: number;
  citizens: number;
  databaseUrl: string;
  redisUrl?: string;
  /** How the processes are ended; SIGKILL when left out. */
  signal?: 'SIGKILL' | 'SIGTERM';
  /** Told now and then how far it is. */
  onProgress?: (booked: number, kills: number) => void;
  /** Nobody begins any more; whoever has begun is waited for. */
  enough?: AbortSignal;
  /** Given what the processes log. */
  onLog?: (lines: string) => void;
}

/** How many citizens are booking at any moment. */
const AT_ONCE = 40;
const PATIENCE_MS = 60_000;
/** Messages on their way at once, see `sender.ts`: a kill repeats no more than these. */
export const SENDS_AT_ONCE = 30;

/** Whether every promise was kept. Whoever was asked to come again later, on a machine too busy, was answered in the end. */
export function isSound(report: StormReport): boolean {
  const { unanswered, lost, doubled, setAside, unsent, repeated, kills, exitCodes } = report;
  const broken = unanswered + lost + doubled + setAside + unsent;
  return broken === 0 && repeated <= kills * SENDS_AT_ONCE && exitCodes.every((code) => code === 0);
}

/**
 * Citizens book visits with real processes of the bot while one after the other is killed at moments
 * spread evenly over the bookings; then everything is counted.
 */
export async function runStorm(storm: Storm): Promise<StormReport> {
  const { intake, kills, databaseUrl, signal = 'SIGKILL' } = storm;
  const began = performance.now();
  const api = await startBotApi({ secondMs: 100 });
  const people = stormCitizens(api);
  const fleet = await startFleet(api, storm, Math.ceil(storm.citizens / 20) + 20);
  let { citizens } = storm;
  let begun = 0;
  let killed = 0;
  let lastProgress = performance.now();
  for (let last = 0; people.booked.size < citizens; ) {
    if (storm.enough?.aborted) citizens = begun;
    const wanted = Math.min(AT_ONCE - (begun - people.booked.size), citizens - begun);
    people.begin(wanted);
    begun += wanted;
    if (killed < kills && people.booked.size >= (storm.citizens / kills) * killed * 0.9) {
      await pause(Math.random() * 300);
      await fleet.endOne(signal);
      killed++;
      storm.onProgress?.(people.booked.size, killed);
    }
    await pause(20);
    if (people.booked.size !== last) lastProgress = performance.now();
    last = people.booked.size;
    if (performance.now() - lastProgress > PATIENCE_MS) break;
  }
  await until(() => api.unconfirmed().length === 0);
  await until(async () => (await count(databaseUrl, people.booked)).unsent === 0);
  const exitCodes = await fleet.stop();
  const updates = api.updates();
  await api.close();
  return {
    ...{ intake, kills: killed, citizens, updates, exitCodes },
    unanswered: citizens - people.booked.size,
    waitingAfter: people.waitingAfter(),
    repeated: people.repeated(),
    apologies: people.apologies(),
    ...(await count(databaseUrl, people.booked)),
    seconds: Math.round((performance.now() - began) / 1_000),
  };
}

async function count(databaseUrl: string, told: Map<number, string>) {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ citizen_id: string; codes: string[] }>(
      `select citizen_id, array_agg(tracking_code) as codes from bot.bookings
       where status = 'booked' group by citizen_id`,
    );
    const codes = new Map(rows.map((row) => [row.citizen_id, row.codes]));
    const isLost = ([citizen, code]: [number, string]) =>
      !codes
        .get(`telegram:${citizen}`)
        ?.some((each) => each.replace('-', '') === code.replace('-', ''));
    const number = async (table: string) =>
      Number((await client.query(`select count(*) as n from ${table}`)).rows[0].n);
    return {
      lost: [...told].filter(isLost).length,
      doubled: rows.filter((row) => row.codes.length > 1).length,
      setAside: await number('bot.set_aside'),
      unsent: await number('outbox'),
    };
  } finally {
    await client.end();
  }
}

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (let waited = 0; !(await isSo()) && waited < PATIENCE_MS; waited += 50) await pause(50);
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
