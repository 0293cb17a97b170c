import { createHash } from 'node:crypto';
import type { OwnTurn } from '../../src/bot/own-turn.ts';
import { keptOf } from '../../src/citizen-data.ts';
import { loadCity } from '../../src/city/load-city.ts';
import { createComplaints } from '../../src/complaints/create-complaints.ts';
import type { Database } from '../../src/database/database.ts';
import type { DialogueDependencies } from '../../src/dialogue/exchange.ts';
import { NEW_STATE, type State } from '../../src/dialogue/state.ts';
import { createTakeTurn } from '../../src/dialogue/take-turn.ts';
import type { Effect, Input, Reply, TakeTurn, Turn } from '../../src/dialogue/turn.ts';
import { createIdentity } from '../../src/identity/create-identity.ts';
import { createRepresentatives } from '../../src/identity/representatives.ts';
import { createInspections } from '../../src/inspections/create-inspections.ts';
import { topicsToldTo } from '../../src/notifications/topics-told.ts';
import { PATHS } from '../../src/paths.ts';
import { performEffect } from '../../src/perform-effect.ts';
import { importRecords } from '../../src/records/import/import-records.ts';
import { createKeyedHash } from '../../src/records/keyed-hash.ts';
import { postgresRecords } from '../../src/records/postgres-records.ts';
import type { Sms } from '../../src/sms/send-sms.ts';
import type { FetchVoice } from '../../src/speech/create-hearing.ts';
import type { Tables } from '../../src/tables.ts';
import { createWording } from '../../src/wording/wording.ts';
import { mask } from '../helpers/mask.ts';
import { understander } from '../helpers/understander.ts';
import {
  type Breakable,
  breakable,
  importChanges,
  notingBot,
  rounds,
  roundsParts,
  type Unasked,
} from './by-itself.ts';
import { createPhone } from './phone.ts';
import { hearingOf } from './spoken.ts';

export const TEST_KEY = '5'.repeat(64);
const wording = createWording(PATHS.locales);

/** The whole conversation without a messenger, over a real database that holds the demo city. */
export interface Talk {
  deps: DialogueDependencies;
  takeTurn: TakeTurn;
  /** One message of a citizen; what it decides is performed at once. */
  hears(citizen: number, input: Input, now: Date): Promise<Turn>;
  state(citizen: number): State;
  /** Takes the records down or brings them back. */
  records: Breakable;
  /** A speech server is set from now on. */
  speech(how: 'on' | 'down'): void;
  /** A gateway sends codes from now on, or doesn't. */
  sms(how: 'on' | 'down'): void;
  /** What has come by SMS. */
  receives(now: Date): Promise<Sms[]>;
  /** `(sms code)` is the last code that came, `(link)` follows the last link that was given. */
  act(written: string): string;
  /** A folder of `changes/` is imported. */
  imports(name: string, now: Date): Promise<void>;
  /** What comes by itself at that moment. */
  passes(now: Date): Promise<Unasked[]>;
}

export async function loadDemoCity(database: Database<Tables>): Promise<void> {
  await importRecords({
    database,
    dir: PATHS.demoCity,
    keyedHash: createKeyedHash(TEST_KEY),
    upsert: false,
    allowShrink: false,
    now: () => new Date('2026-11-21T04:00:00Z'),
  });
}

export async function startTalk(
  database: Database<Tables>,
  soundOf: FetchVoice = async (fileId) => Buffer.from(fileId, 'base64url'),
): Promise<Talk> {
  const city = await loadCity('city');
  const { db } = database;
  const records = breakable(postgresRecords(db));
  const states = new Map<number, State>();
  let link = '';
  const deps: DialogueDependencies = {
    records,
    identity: createIdentity({ db }),
    inspections: createInspections({
      db,
      inspectors: (district) => records.inspectors(district),
      calendar: city.calendar,
      rules: city.booking,
    }),
    complaints: createComplaints({ db }),
    representatives: createRepresentatives({
      db,
      everyCodeHash: (code) => [createKeyedHash(TEST_KEY)('code', code)],
      startLink(payload) {
        link = payload;
        return `https://t.me/pasokh_demo_bot?start=${payload}`;
      },
    }),
    everyCodeHash: (code) => [createKeyedHash(TEST_KEY)('code', code)],
    keptOf: (citizenId, now) => keptOf(db, citizenId, now),
    topicsToldTo: (citizenId, code) => topicsToldTo(db, citizenId, code),
    understander,
    mask,
    city,
    keyedHash: createKeyedHash(TEST_KEY),
    labels: wording.everywhere,
    randomBytes: predictableBytes(),
  };
  const { randomBytes } = deps;
  const phone = createPhone({ database, records, piiKey: TEST_KEY, randomBytes });
  const takeTurn = createTakeTurn(deps);
  const stateOf = (citizen: number): State => states.get(citizen) ?? NEW_STATE;
  return {
    deps,
    takeTurn,
    state: stateOf,
    async hears(citizen, input, now) {
      const citizenId = `telegram:${citizen}`;
      for (let attempt = 0; attempt < 3; attempt++) {
        const turn = await takeTurn(stateOf(citizen), { citizenId, input, now });
        if (await commit(citizen, turn, now)) return turn;
      }
      throw new Error('the turn met a conflict three times');
    },
    records,
    speech(how) {
      deps.hearing = hearingOf(database, how === 'on' ? soundOf : null);
    },
    sms(how) {
      deps.smsCodes = phone.codes;
      phone.isDown = how === 'down';
    },
    receives: (now) => phone.receives(now),
    act: (written) =>
      written === '(link)' ? `/start ${link}` : written.replace('(sms code)', phone.lastCode()),
    imports: (name, now) => importChanges(database, name, now, TEST_KEY),
    async passes(now) {
      const noted: Unasked[] = [];
      const bot = notingBot({
        take: (citizen, input) =>
          takeTurn(stateOf(citizen), { citizenId: `telegram:${citizen}`, input, now }),
        commit: (citizen, turn, claim) => commit(citizen, turn, now, claim),
        note: (unasked) => noted.push(unasked),
      });
      await rounds(roundsParts(database, deps, bot, () => now));
      return noted;
    },
  };

  async function commit(
    citizen: number,
    { effects, state }: Turn,
    now: Date,
    claim?: OwnTurn['claim'],
  ): Promise<boolean> {
    const who = { citizenId: `telegram:${citizen}`, chatId: citizen, now };
    if (!(await performAll(database, effects, who, claim))) return false;
    states.set(citizen, JSON.parse(JSON.stringify(state)));
    return true;
  }

  async function performAll(
    { db: whole }: Database<Tables>,
    effects: Effect[],
    who: { citizenId: string; chatId: number; now: Date },
    claim?: OwnTurn['claim'],
  ): Promise<boolean> {
    return whole
      .transaction()
      .execute(async (tx) => {
        if (claim?.kind === 'own' && !(await claim.take(tx as never))) throw new Conflict();
        for (const effect of effects) {
          const outcome = await performEffect(tx, effect, { ...who, rules: city.booking });
          if (outcome === 'conflict') throw new Conflict();
        }
        return true;
      })
      .catch((error) => {
        if (error instanceof Conflict) return false;
        throw error;
      });
  }
}

class Conflict extends Error {}

/** Codes and draft ids that come out the same at every run. */
function predictableBytes(): (count: number) => Uint8Array {
  let calls = 0;
  return (count) => createHash('sha256').update(`${calls++}`).digest().subarray(0, count);
}

/** A reply as it reads on the screen: text, then its rows of buttons or its keyboard. */
export function shown(reply: Reply, locale: 'fa' | 'en'): string[] {
  const text = reply.lines.map((line) => wording.html(line, locale)).join('\n');
  const plain = text.replace(/<[^>]+>|[\u2066\u2069]/g, '').replace(/&(amp|lt|gt);/g, unescape_);
  const label = (sentence: Parameters<typeof wording.plain>[0]) =>
    wording.plain(sentence, locale).replace(/[\u2066\u2069]/g, '');
  const buttons = (reply.buttons ?? []).map((row) =>
    row.map((button) => `[${label(button.label)}]`).join(' '),
  );
  const { keyboard, venue } = reply;
  const below =
    keyboard && keyboard.kind !== 'none'
      ? [keyboard.labels.send, ...keyboard.labels.others].map((one) => `{${label(one)}}`).join(' ')
      : null;
  return [
    ...(reply.photo ? ['(picture)'] : []),
    ...plain.split('\n'),
    ...buttons,
    ...(below ? [below] : []),
    ...(venue ? [`(map: ${venue.title})`] : []),
  ];
}

function unescape_(entity: string): string {
  return { '&amp;': '&', '&lt;': '<', '&gt;': '>' }[entity] ?? entity;
}

/** What pressing a button of this label does, given the replies on the screen; newest first. */
export function pressed(
  label: string,
  screen: readonly Reply[],
  locale: 'fa' | 'en',
): Input | null {
  const plain = (sentence: Parameters<typeof wording.plain>[0]) =>
    wording.plain(sentence, locale).replace(/[\u2066\u2069]/g, '');
  for (const reply of screen.toReversed()) {
    const found = reply.buttons?.flat().find((button) => plain(button.label) === label);
    if (found && 'action' in found) return { kind: 'press', action: found.action };
    const { keyboard } = reply;
    if (keyboard && keyboard.kind !== 'none') {
      const other = keyboard.labels.others.find((one) => plain(one) === label);
      if (other) return { kind: 'text', text: label };
    }
  }
  return null;
}
