import type { Kysely } from 'kysely';
import { endTalk, openTalk } from './bot/operator-topics.ts';
import type { BotTables } from './bot/tables.ts';
import { eraseCitizen } from './citizen-data.ts';
import type { BookingRules } from './city/city.ts';
import { fileComplaint } from './complaints/file-complaint.ts';
import type { ComplaintTables } from './complaints/tables.ts';
import type { Effect } from './dialogue/turn.ts';
import { countMiss, proveMobile, proveParty, writeAudit } from './identity/effects.ts';
import type { IdentityTables } from './identity/tables.ts';
import { cancelBooking } from './inspections/cancel-booking.ts';
import { confirmBooking } from './inspections/confirm-booking.ts';
import { holdPlace, releaseHold } from './inspections/hold-place.ts';
import { moveBooking } from './inspections/move-booking.ts';
import type { InspectionTables } from './inspections/tables.ts';
import { performNewsEffect } from './perform-news-effect.ts';
import { performProofEffect } from './perform-proof-effect.ts';
import { noteChoice, noteForReview } from './review/review-list.ts';
import type { ReviewTables } from './review/tables.ts';
import { agree, withdraw } from './speech/consents.ts';
import type { SpeechTables } from './speech/tables.ts';
import type { Tables } from './tables.ts';

/**
 * Performs one effect of a turn on the turn's own transaction. `conflict`: the world has moved on since the
 * turn was taken (a place was booked by another, a hold ran out), so it has to be taken again.
 */
export async function performEffect(
  tx: Kysely<Tables>,
  effect: Effect,
  who: { citizenId: string; chatId: number; now: Date; rules: BookingRules },
): Promise<'done' | 'conflict'> {
  const { citizenId, now, rules } = who;
  const identity = tx as unknown as Kysely<IdentityTables>;
  const complaints = tx as unknown as Kysely<ComplaintTables>;
  const inspections = tx as unknown as Kysely<InspectionTables>;
  const outcome = async (work: Promise<string>) => ((await work) === 'done' ? 'done' : 'conflict');
  switch (effect.kind) {
    case 'prove-mobile': {
      const { mobileHash, mobileMasked } = effect;
      await proveMobile(identity, { citizenId, mobileHash, mobileMasked, now });
      return 'done';
    }
    case 'prove-party': {
      const { mobileHash, nationalIdHash } = effect;
      await proveParty(identity, { citizenId, mobileHash, nationalIdHash, now });
      return 'done';
    }
    case 'ask-for-code':
    case 'count-code-try':
    case 'use-code':
    case 'give-access':
    case 'open-link':
    case 'accept-access':
    case 'take-back-access':
      return performProofEffect(tx, effect, who);
    case 'count-miss':
      await countMiss(identity, { ...effect, citizenId, now });
      return 'done';
    case 'audit':
      await writeAudit(identity, { citizenId, now, entry: effect.entry });
      return 'done';
    case 'hold-place': {
      const { kind: _, ...hold } = effect;
      return outcome(holdPlace(inspections, { ...hold, citizenId, now, rules }));
    }
    case 'release-hold':
      return outcome(releaseHold(inspections, { draftId: effect.draftId, citizenId }));
    case 'confirm-booking': {
      const { draftId, trackingCode } = effect;
      return outcome(confirmBooking(inspections, { draftId, citizenId, trackingCode, now }));
    }
    case 'move-booking': {
      const { kind: _, ...move } = effect;
      return outcome(moveBooking(inspections, { ...move, citizenId, now, rules }));
    }
    case 'cancel-booking':
      return outcome(
        cancelBooking(inspections, { citizenId, trackingCode: effect.trackingCode, now }),
      );
    case 'file-complaint': {
      const { draftId, number, complaint } = effect;
      return outcome(fileComplaint(complaints, { draftId, citizenId, number, complaint, now }));
    }
    case 'subscribe':
    case 'unsubscribe':
    case 'keep-question':
    case 'keep-step':
    case 'drop-question':
      return performNewsEffect(tx, effect, who);
    case 'note-for-review':
      await noteForReview(tx as unknown as Kysely<ReviewTables>, { ...effect, now });
      return 'done';
    case 'note-choice':
      await noteChoice(tx as unknown as Kysely<ReviewTables>, effect);
      return 'done';
    case 'open-talk':
    case 'end-talk':
    case 'tell-operators':
      return performTalkEffect(tx, effect, who);
    case 'voice-consent': {
      const speech = tx as unknown as Kysely<SpeechTables>;
      await (effect.agreed ? agree(speech, { citizenId, now }) : withdraw(speech, citizenId));
      return 'done';
    }
    case 'erase-citizen':
      return eraseCitizen(tx, who);
    default:
      return effect satisfies never;
  }
}

async function performTalkEffect(
  tx: Kysely<Tables>,
  effect: Extract<Effect, { kind: 'open-talk' | 'end-talk' | 'tell-operators' }>,
  who: { citizenId: string; chatId: number },
): Promise<'done'> {
  const bot = tx as unknown as Kysely<BotTables>;
  if (effect.kind === 'open-talk') await openTalk(bot, who);
  if (effect.kind === 'end-talk') await endTalk(bot, who.citizenId);
  return 'done';
}
