import type { Database } from '../../../src/database/database.ts';
import type { SmallForm } from '../../../src/dialogue/forms/small-form.ts';
import type { Input, Turn } from '../../../src/dialogue/turn.ts';
import type { Tables } from '../../../src/tables.ts';
import { pressed, shown, type Talk } from '../../conversations/talk.ts';
import { mobileOf } from '../../conversations/transcript.ts';

export const NOW = new Date('2026-11-21T06:30:00Z');

/** One citizen of the demo city in a talk. */
export interface Speaker {
  does(input: Input): Promise<Turn>;
  /** What the bot answers, as it reads on the screen. */
  says(text: string): Promise<string>;
  presses(label: string): Promise<string>;
  provesMobile(): Promise<string>;
  form(): SmallForm | undefined;
  /** What the citizen has complained about. */
  complaints(database: Database<Tables>): Promise<Tables['bot.complaints'][]>;
}

let strangers = 100_000;

/** Without an id it is somebody nobody has met, with no property. */
export function speaker(talk: Talk, id = ++strangers): Speaker {
  let last: Turn | undefined;
  const does = async (input: Input) => {
    last = await talk.hears(id, input, NOW);
    return last;
  };
  const read = async (input: Input) => {
    const { replies, state } = await does(input);
    return replies.flatMap((reply) => shown(reply, state.locale)).join('\n');
  };
  return {
    does,
    says: (text) => read({ kind: 'text', text }),
    presses(label) {
      const press = pressed(label, last?.replies ?? [], talk.state(id).locale);
      if (!press) throw new Error(`there is no button [${label}] under the last answer`);
      return read(press);
    },
    provesMobile: () =>
      read({ kind: 'contact', own: true, phone: id > 100_000 ? `0912${id}0` : mobileOf(id) }),
    form: () => talk.state(id).smallForm,
    complaints: ({ db }) =>
      db
        .selectFrom('bot.complaints')
        .selectAll()
        .where('citizen_id', '=', `telegram:${id}`)
        .execute() as Promise<never>,
  };
}
