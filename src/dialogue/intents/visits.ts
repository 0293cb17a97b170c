import type { Booking } from '../../inspections/inspections.ts';
import { say } from '../../wording/sentence.ts';
import { button, rows, SERVICE_NAMES, wishButton } from '../buttons.ts';
import type { Exchange } from '../exchange.ts';
import type { Reply } from '../turn.ts';
import type { GeneralHandler } from './handler.ts';

export const myInspectionsIntent: GeneralHandler = {
  needs: 'nothing',
  async answer(exchange) {
    const { upcoming } = await exchange.deps.inspections.bookingsOf(
      exchange.citizenId,
      exchange.now,
    );
    if (upcoming.length === 0) return [noVisits()];
    return [
      {
        lines: [say('visits-title'), ...upcoming.flatMap(visitLines)],
        buttons: rows([wishButton('reschedule-inspection'), wishButton('cancel-inspection')]),
      },
    ];
  },
};

export const cancelInspectionIntent: GeneralHandler = {
  needs: 'nothing',
  async answer(exchange, wish) {
    const { upcoming } = await exchange.deps.inspections.bookingsOf(
      exchange.citizenId,
      exchange.now,
    );
    const named = upcoming.filter(
      ({ day, trackingCode }) => day === wish.wanted?.day || trackingCode === wish.trackingCode,
    );
    const candidates = named.length > 0 ? named : upcoming;
    const [only] = candidates;
    exchange.outcome = 'asked';
    if (!only) return [noVisits()];
    if (candidates.length === 1) return [askCancel(only)];
    return [
      {
        lines: [say('cancel-which')],
        buttons: rows(
          candidates.map(({ day, from, trackingCode }) =>
            button(say('visit-choice', { day, time: from }), {
              kind: 'visit-cancel',
              trackingCode: trackingCode ?? '',
            }),
          ),
        ),
      },
    ];
  },
};

/** A button of the list was pressed: the visit is looked up anew, so an old or foreign button cancels nothing. */
export async function chosenToCancel(exchange: Exchange, trackingCode: string): Promise<Reply[]> {
  const booking = await openVisit(exchange, trackingCode);
  return [booking ? askCancel(booking) : gone()];
}

export async function cancelVisit(exchange: Exchange, trackingCode: string): Promise<Reply[]> {
  const booking = await openVisit(exchange, trackingCode);
  if (!booking) return [gone()];
  exchange.outcome = 'cancelled';
  exchange.effects.push({ kind: 'cancel-booking', trackingCode });
  return [
    {
      lines: [say('cancel-done', { code: trackingCode })],
      buttons: rows([wishButton('book-inspection')]),
    },
  ];
}

async function openVisit(exchange: Exchange, trackingCode: string): Promise<Booking | null> {
  const { upcoming } = await exchange.deps.inspections.bookingsOf(exchange.citizenId, exchange.now);
  return upcoming.find((booking) => booking.trackingCode === trackingCode) ?? null;
}

function askCancel({ day, from, address, trackingCode }: Booking): Reply {
  return {
    lines: [say('cancel-check', { day, from, address })],
    buttons: [
      [
        button(say('button-yes-cancel'), {
          kind: 'visit-cancel-yes',
          trackingCode: trackingCode ?? '',
        }),
        button(say('button-keep-visit'), { kind: 'visit-keep' }),
      ],
    ],
  };
}

function gone(): Reply {
  return { lines: [say('cancel-gone')], buttons: rows([wishButton('my-inspections')]) };
}

export function noVisits(): Reply {
  return { lines: [say('visits-none')], buttons: rows([wishButton('book-inspection')]) };
}

function visitLines({ day, from, to, address, service, trackingCode }: Booking) {
  const code = trackingCode ?? '';
  return [
    say('visit-line', { day, from, to, address }),
    service
      ? say('visit-service', { service: SERVICE_NAMES[service], code })
      : say('visit-code', { code }),
  ];
}
