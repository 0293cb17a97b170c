import type { Input, Reply } from '../../src/dialogue/turn.ts';
import { demoCitizens } from '../../src/start-playground.ts';
import { voiceOf } from './spoken.ts';
import { pressed, shown, type Talk } from './talk.ts';

/**
 * A transcript is a dialogue as people would read it:
 *
 *   # What it shows
 *   citizen 9001            who speaks from here on; the demo city's citizens
 *   later 6m                time passes (m minutes, h hours, d days)
 *   > text                  the citizen writes
 *   > [label]               … presses a button
 *   > (contact)             … sends the own number; (contact of 9002) somebody else's
 *   > (location 34.5 49.2)  … sends a place; (photo words below it), (voice what is said), (sticker), (forwarded), (edited …) likewise
 *   records down            the records can't be reached any more; `records up`: they are back
 *   speech on               a speech server is set that hears what is said; `speech down`: it doesn't answer
 *   sms on                  a gateway sends codes by SMS; `sms down`: they never come
 *   ~ 0912… text            what has come by SMS; `> (sms code)` writes the last code
 *   > (link)                … follows the last link that was given
 *   import NAME             the municipality's records change as in changes/NAME
 *   < text                  the bot answers, or speaks by itself; more lines follow indented
 *
 * It starts on Saturday 30 Aban 1405 at 10:00 in Tehran.
 */
export const START = new Date('2026-11-21T06:30:00Z');
const UNIT_MS = { m: 60_000, h: 3_600_000, d: 86_400_000 };

/** Plays the citizens' lines of a transcript and writes it anew with what the bot really says. */
export async function play(transcript: string, talk: Talk): Promise<string> {
  const output: string[] = [];
  const screens = new Map<number, Reply[]>();
  let citizen = 9001;
  let now = START;
  for (const line of transcript.split('\n')) {
    if (/^(?:<|~| {2})/.test(line)) continue;
    output.push(line);
    if (line.startsWith('citizen ')) citizen = Number(line.slice('citizen '.length));
    if (line.startsWith('later ')) now = new Date(now.getTime() + duration(line));
    if (line.startsWith('records ')) talk.records.down = line === 'records down';
    if (line === 'speech on' || line === 'speech down')
      talk.speech(line === 'speech on' ? 'on' : 'down');
    if (line === 'sms on' || line === 'sms down') talk.sms(line === 'sms on' ? 'on' : 'down');
    if (line.startsWith('import ')) await talk.imports(line.slice('import '.length), now);
    if (/^(?:later|records|import) /.test(line)) {
      for (const { citizen: to, reply } of await talk.passes(now)) {
        if (to !== citizen) throw new Error(`${to} was told something while ${citizen} speaks`);
        screens.set(to, [...(screens.get(to) ?? []), reply].slice(-12));
        output.push(...written(reply, talk.state(to).locale));
      }
    }
    if (!line.startsWith('> ')) continue;
    const screen = screens.get(citizen) ?? [];
    const { locale } = talk.state(citizen);
    const input = inputOf(talk.act(line.slice(2)), citizen, screen, locale);
    now = new Date(now.getTime() + 5_000);
    const turn = await talk.hears(citizen, input, now);
    screens.set(citizen, [...screen, ...turn.replies].slice(-12));
    for (const reply of turn.replies) output.push(...written(reply, turn.state.locale));
    for (const { to, text } of await talk.receives(now)) output.push(`~ ${to} ${text}`);
  }
  return output.join('\n');
}

function written(reply: Reply, locale: 'fa' | 'en'): string[] {
  const [first = '', ...rest] = shown(reply, locale);
  return [`< ${first}`, ...rest.map((text) => `  ${text}`)];
}

export function duration(line: string): number {
  const [, count, unit] = /^later (\d+)([mhd])$/.exec(line) ?? [];
  if (!count || !unit) throw new Error(`not a time span: ${line}`);
  return Number(count) * UNIT_MS[unit as 'm' | 'h' | 'd'];
}

function inputOf(act: string, citizen: number, screen: Reply[], locale: 'fa' | 'en'): Input {
  const label = /^\[(.+)\]$/.exec(act)?.[1];
  if (label) {
    const press = pressed(label, screen, locale);
    if (!press) throw new Error(`there is no button [${label}] on the screen`);
    return press;
  }
  const [, aside] = /^\((.+)\)$/.exec(act) ?? [];
  if (aside) return asideOf(aside, citizen);
  const command = /^\/(\w+) ?(.*)$/.exec(act);
  if (command) return { kind: 'command', name: command[1] ?? '', payload: command[2] ?? '' };
  return { kind: 'text', text: act };
}

function photoInput(caption: string): Input {
  return { kind: 'photo', fileId: 'AgACAgQAAxk', ...(caption && { caption }) };
}

function asideOf(aside: string, citizen: number): Input {
  const [word, ...rest] = aside.split(' ');
  switch (word) {
    case 'contact': {
      const whose = rest[0] === 'of' ? Number(rest[1]) : citizen;
      return { kind: 'contact', own: whose === citizen, phone: mobileOf(whose) };
    }
    case 'location':
      return { kind: 'location', lat: Number(rest[0]), lon: Number(rest[1]) };
    case 'voice':
      return voiceOf(rest.join(' '));
    case 'photo':
      return photoInput(rest.join(' '));
    case 'sticker':
      return { kind: 'attachment' };
    case 'forwarded':
      return { kind: 'relayed' };
    case 'edited':
      return { kind: 'edited', text: rest.join(' ') };
    case 'press':
      return { kind: 'press', action: rest.join(' ') };
    default:
      throw new Error(`nobody knows how to do (${aside})`);
  }
}

export function mobileOf(id: number): string {
  const citizen = demoCitizens().find((one) => one.id === id);
  if (!citizen) throw new Error(`the demo city has no citizen ${id}`);
  return citizen.mobile;
}
