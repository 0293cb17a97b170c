import type { MayMove } from '../../inspections/create-inspections.ts';
import { say } from '../../wording/sentence.ts';
import { button, rows, wishButton } from '../buttons.ts';
import type { Reply } from '../turn.ts';

/** Why a visit stays where it is, with the way on that is left. */
export function notMoved(may: Exclude<MayMove, { kind: 'yes' }>): Reply[] {
  if (may.kind === 'not-found') return [gone()];
  const { day, from, trackingCode } = may.booking;
  const reason =
    may.kind === 'too-late'
      ? say('move-too-late', { day, from, lastDay: may.until.day, time: may.until.time })
      : say('move-too-often', { day, from });
  return [
    {
      lines: [reason, say('move-or-cancel')],
      buttons: rows([
        button(say('button-cancel-visit'), {
          kind: 'visit-cancel',
          trackingCode: trackingCode ?? '',
        }),
        wishButton('my-inspections'),
      ]),
    },
  ];
}

/** Cancelled, over, or never this citizen's. */
export function gone(): Reply {
  return { lines: [say('cancel-gone')], buttons: rows([wishButton('my-inspections')]) };
}
