import { certificateNumberKey } from '../../src/language/certificate-number.ts';
import { jalaliOf, tehranDate } from '../../src/language/jalali.ts';
import { yearNamed } from '../../src/language/spoken-years.ts';
import { matchKey } from '../../src/language/text.ts';
import type { Entity } from '../../src/understanding/entities/entity.ts';
import { findPlaces } from '../../src/understanding/places.ts';
import type { Understander, Understanding } from '../../src/understanding/understanding.ts';

/** Saturday 30 Aban 1405, ten in the morning in Tehran: what the labels count days from. */
export const SLOTS_NOW = new Date('2026-11-21T06:30:00Z');

/** Slots by kind, each with its values; of a value written `A|B` either is right. */
type Slots = Record<string, string[]>;

/** A message with what a clerk who reads it would note down. */
export interface SlotMessage {
  /** Who writes so. */
  by: string;
  text: string;
  slots: Slots;
  /** What may be noted down or left out: people would differ. */
  may?: Slots;
}

export interface Tally {
  right: number;
  missed: number;
  /** Another value of the kind was read. */
  wrong: number;
  /** Nothing of the kind was said. */
  invented: number;
}

export interface SlotScore {
  byKind: Map<string, Tally>;
  all: Tally;
  messages: number;
  /** Messages in which every slot is right and none is invented. */
  faultless: number;
  faults: string[];
}

/** Reads every message and counts its slots. A place is right when it is cut out, or found in `names`, as labelled. */
export function scoreSlots(
  understander: Understander,
  messages: readonly SlotMessage[],
  names: readonly string[],
): SlotScore {
  const byKind = new Map<string, Tally>();
  const faults: string[] = [];
  for (const message of messages) {
    const read = slotsRead(understander.understand(message.text, { now: SLOTS_NOW }));
    const found: string[] = [];
    for (const kind of kindsOf(message, read)) {
      const tally = tallyOf(kind, message, read[kind] ?? [], names);
      add(byKind, kind, tally);
      if (tally.missed + tally.wrong + tally.invented > 0) {
        found.push(`${kind}: ${list(message.slots[kind])}, read ${list(read[kind])}`);
      }
    }
    if (found.length > 0) faults.push(`${message.by}: ${message.text}: ${found.join('; ')}`);
  }
  const all = { right: 0, missed: 0, wrong: 0, invented: 0 };
  for (const tally of byKind.values()) addTo(all, tally);
  const faultless = messages.length - faults.length;
  return { byKind, all, messages: messages.length, faultless, faults };
}

/** Of all slots that were said or read: the share that is right. */
export function shareRight({ right, missed, wrong, invented }: Tally): number {
  return right / (right + missed + wrong + invented);
}

function slotsRead({ text, entities, service, account }: Understanding): Slots {
  const slots: Slots = {};
  const note = (kind: string, value: string) => {
    slots[kind] = [...new Set([...(slots[kind] ?? []), value])];
  };
  for (const { type, value } of entities) note(type, value);
  if (service) note('service', service);
  if (account) note('account', account);
  const isDated = entities.some(({ type }: Entity) => type === 'date');
  const year = isDated ? null : yearNamed(text, jalaliOf(tehranDate(SLOTS_NOW)).year);
  if (year !== null) note('year', String(year));
  return slots;
}

/** The intent alone implies a service, so it counts only where the label says one. */
function kindsOf({ slots }: SlotMessage, read: Slots): string[] {
  const kinds = new Set([...Object.keys(slots), ...Object.keys(read)]);
  if (!slots.service) kinds.delete('service');
  return [...kinds];
}

function tallyOf(
  kind: string,
  { slots, may }: SlotMessage,
  read: readonly string[],
  names: readonly string[],
): Tally {
  const left = [...read];
  const take = (label: string) => {
    const at = left.findIndex((value) => isSame(kind, label, value, names));
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  };
  const wanted = slots[kind] ?? [];
  const unmet = wanted.filter((label) => !take(label));
  for (const label of may?.[kind] ?? []) take(label);
  // Beside a time of the clock its part of the day says nothing new.
  const isExact = kind === 'time' && wanted.some((label) => label.includes(':'));
  const extra = isExact ? left.filter((value) => value.includes(':')) : left;
  const wrong = Math.min(unmet.length, extra.length);
  return {
    right: wanted.length - unmet.length,
    missed: unmet.length - wrong,
    wrong,
    invented: extra.length - wrong,
  };
}

function isSame(kind: string, label: string, value: string, names: readonly string[]): boolean {
  return label.split('|').some((each) => {
    if (kind === 'certificate') return certificateNumberKey(each) === certificateNumberKey(value);
    if (kind === 'place') return isSamePlace(each, value, names);
    return each === value;
  });
}

function isSamePlace(label: string, value: string, names: readonly string[]): boolean {
  if (matchKey(label) === matchKey(value)) return true;
  const found = findPlaces(value, names, (name) => name);
  return found.length === 1 && found[0] === label;
}

function add(byKind: Map<string, Tally>, kind: string, tally: Tally): void {
  const sum = byKind.get(kind) ?? { right: 0, missed: 0, wrong: 0, invented: 0 };
  addTo(sum, tally);
  byKind.set(kind, sum);
}

function addTo(sum: Tally, tally: Tally): void {
  for (const key of ['right', 'missed', 'wrong', 'invented'] as const) sum[key] += tally[key];
}

function list(values: readonly string[] | undefined): string {
  return values && values.length > 0 ? values.join(' and ') : 'none';
}
