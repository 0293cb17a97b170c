import type { Kept } from '../../answers/kept.ts';
import { type Sentence, say } from '../../wording/sentence.ts';
import { button, menu, rows, wishButton } from '../buttons.ts';
import type { Exchange } from '../exchange.ts';
import { beginAccess } from '../forms/access/give.ts';
import { listRepresentatives } from '../forms/access/list.ts';
import type { State } from '../state.ts';
import type { Button, Reply } from '../turn.ts';
import type { GeneralHandler } from './handler.ts';
import { whoLooked } from './who-looked.ts';

/** What is kept of the citizen; or, when that was asked, the question whether to erase it. */
export const privacyIntent: GeneralHandler = {
  needs: 'nothing',
  async answer(exchange, wish) {
    if (wish.giveAccess) return beginAccess(exchange, wish.code ?? null);
    if (wish.representatives) return listRepresentatives(exchange);
    const kept = await keptNow(exchange);
    if (wish.erase) return [askErase(exchange, kept)];
    return [
      {
        lines: [
          ...[say('privacy-title'), ...keptLines(kept)],
          ...[...(await whoLooked(exchange)), say('privacy-how'), say('privacy-unclear')],
          ...(exchange.deps.lastResort ? [say('privacy-model')] : []),
        ],
        buttons: rows([...accessButtons(kept), button(say('button-erase'), { kind: 'erase' })]),
      },
    ];
  },
};

/** For whoever may have something to give; what that is, the records say once it is asked. */
function accessButtons({ mobiles }: Kept): Button[] {
  if (mobiles.length === 0) return [];
  return [
    button(say('button-give-access'), { kind: 'give-access' }),
    button(say('button-representatives'), { kind: 'representatives' }),
  ];
}

export async function chosenToErase(exchange: Exchange): Promise<Reply[]> {
  return [askErase(exchange, await keptNow(exchange))];
}

/** One effect erases it all. The language stays, so that the answer can be read. */
export async function eraseAll(exchange: Exchange): Promise<Reply[]> {
  const { openVisits } = await keptNow(exchange);
  exchange.effects.push({ kind: 'erase-citizen' });
  exchange.outcome = 'erased';
  forgetTalk(exchange.state);
  return [
    {
      lines: [
        say('erase-done'),
        ...(openVisits > 0 ? [say('erase-done-visits', { count: openVisits })] : []),
      ],
      buttons: menu(),
    },
  ];
}

export function keepAll(): Reply[] {
  return [{ lines: [say('erase-kept')], buttons: menu() }];
}

function askErase(exchange: Exchange, kept: Kept): Reply {
  const { openVisits, complaints, staffMessages, mobiles } = kept;
  exchange.outcome = 'asked';
  const choice = [
    button(say('button-yes-erase'), { kind: 'erase-yes' }),
    button(say('button-keep-data'), { kind: 'erase-no' }),
  ];
  return {
    lines: [
      say('erase-check'),
      ...(openVisits > 0 ? [say('erase-visits', { count: openVisits })] : []),
      ...(complaints > 0 ? [say('erase-complaints')] : []),
      ...(mobiles.length > 0 ? [say('erase-trace')] : []),
      ...(staffMessages ? [say('erase-staff-messages')] : []),
    ],
    buttons: rows(openVisits > 0 ? [...choice, wishButton('cancel-inspection')] : choice),
  };
}

function keptNow({ deps, citizenId, now }: Exchange): Promise<Kept> {
  return deps.keptOf(citizenId, now);
}

function keptLines(kept: Kept): Sentence[] {
  const { mobiles, nationalIdGivenOn, misses, openVisits, subscribedProperties, complaints } = kept;
  return [
    ...mobiles.map(({ masked, provenOn }) =>
      say('privacy-mobile', { mobile: masked, day: provenOn }),
    ),
    ...(nationalIdGivenOn ? [say('privacy-national-id', { day: nationalIdGivenOn })] : []),
    ...(mobiles.length === 0 ? [say('privacy-no-mobile')] : []),
    ...(openVisits > 0 ? [say('privacy-visits', { count: openVisits })] : []),
    ...(subscribedProperties > 0 ? [say('privacy-news', { count: subscribedProperties })] : []),
    ...(kept.grants > 0 ? [say('privacy-access', { count: kept.grants })] : []),
    ...(complaints > 0 ? [say('privacy-complaints', { count: complaints })] : []),
    ...(kept.staffMessages ? [say('privacy-staff-messages')] : []),
    ...(kept.voiceAgreedOn ? [say('privacy-voice', { day: kept.voiceAgreedOn })] : []),
    ...(misses ? [say('privacy-misses')] : []),
    ...(kept.modelAsked ? [say('privacy-model-asked')] : []),
    say('privacy-talk'),
    say('privacy-log'),
  ];
}

/** Only what the next message needs to be shown at all remains: the language, and a keyboard to take away. */
function forgetTalk(state: State): void {
  const { version, locale, keyboardShown } = state;
  for (const key of Object.keys(state)) delete state[key as keyof State];
  Object.assign(state, { version, locale, ...(keyboardShown && { keyboardShown }) });
}
