import type { Update } from 'grammy/types';
import { PATHS } from '../../src/paths.ts';
import { createWording } from '../../src/wording/wording.ts';
import {
  type ApiCall,
  type BotApiServer,
  person,
  privateMessage,
} from '../helpers/bot-api-server.ts';

/** Citizens who each book one visit, step by step, as the bot's messages lead them. */
export interface StormCitizens {
  /** So many more begin. */
  begin(count: number): void;
  /** Who has been told a tracking code, and which. */
  booked: Map<number, string>;
  /** Messages that came a second time, word for word. */
  repeated(): number;
  /** Messages that told of a failure. */
  apologies(): string[];
  /** The last that those heard who have no code. */
  waitingAfter(): string[];
}

const WISH = 'نوبت بازدید برای پایان کار میخوام، پرونده نداره';
/** Nothing came of it, and the citizen is asked to do it again. */
const AGAIN = (['edge-later', 'edge-upstream-down'] as const).flatMap(
  createWording(PATHS.locales).everywhere,
);
const TRACKING_CODE = /[0-9A-Z]{4}-[0-9A-Z]{4}/;
const FIRST_CITIZEN = 100_001;

interface Keyboard {
  inline_keyboard?: { callback_data?: string }[][];
  keyboard?: { request_contact?: boolean; request_location?: boolean }[][];
}

export function stormCitizens(api: BotApiServer): StormCitizens {
  const booked = new Map<number, string>();
  const heard = new Map<number, Set<string>>();
  const lastWords = new Map<number, string>();
  const lastDeeds = new Map<number, () => void>();
  const apologies: string[] = [];
  let repeated = 0;
  let begun = 0;

  function does(citizen: number, deed: () => void): void {
    lastDeeds.set(citizen, deed);
    deed();
  }

  function hears({ payload }: ApiCall): void {
    const citizen = payload.chat_id as number;
    const text = payload.text as string;
    lastWords.set(citizen, text);
    if (AGAIN.includes(text)) {
      apologies.push(text);
      lastDeeds.get(citizen)?.();
      return;
    }
    const whole = JSON.stringify([text, payload.reply_markup]);
    const before = heard.get(citizen) ?? new Set();
    heard.set(citizen, before);
    if (before.has(whole)) {
      repeated++;
      return;
    }
    before.add(whole);
    const code = TRACKING_CODE.exec(text)?.[0];
    if (code) booked.set(citizen, code);
    else react(citizen, text, (payload.reply_markup ?? {}) as Keyboard);
  }

  function react(citizen: number, text: string, markup: Keyboard): void {
    const actions = (markup.inline_keyboard ?? []).flat().flatMap((one) => one.callback_data ?? []);
    const press = (prefix: string) => {
      const found = actions.filter((action) => action.startsWith(prefix));
      const chosen = found[Math.floor(Math.random() * found.length)];
      if (chosen) does(citizen, () => api.presses(citizen, chosen));
      return chosen !== undefined;
    };
    if (press('bc:')) {
      // Some press again before the answer is there: another update, the same wish.
      if (citizen % 10 === 0) press('bc:');
      return;
    }
    if (press('bt:') || press('bd:')) return;
    const keys = (markup.keyboard ?? []).flat();
    if (keys.some((key) => key.request_contact)) {
      does(citizen, () => api.queue(contactOf(citizen)));
    } else if (keys.some((key) => key.request_location)) {
      does(citizen, () => api.says(citizen, addressOf(citizen)));
    } else if (text.includes('<code>')) {
      apologies.push(text);
      heard.delete(citizen);
      wishes(citizen);
    }
  }

  function wishes(citizen: number): void {
    does(citizen, () => api.says(citizen, WISH));
  }

  api.fault = (call) => {
    if (call.method === 'sendMessage') hears(call);
    return undefined;
  };
  return {
    booked,
    begin(count) {
      for (let n = 0; n < count; n++) wishes(FIRST_CITIZEN + begun++);
    },
    repeated: () => repeated,
    apologies: () => apologies,
    waitingAfter: () =>
      [...lastWords].filter(([citizen]) => !booked.has(citizen)).map(([, text]) => text),
  };
}

function addressOf(citizen: number): string {
  return `خیابان مهدیه، کوچه لاله، پلاک ${citizen - FIRST_CITIZEN + 1}`;
}

function contactOf(citizen: number): Omit<Update, 'update_id'> {
  const phone = `98912${String(citizen).padStart(7, '0')}`;
  const contact = { phone_number: phone, first_name: person(citizen).first_name, user_id: citizen };
  return { message: privateMessage(citizen, { contact }) };
}
