import type { Kysely } from 'kysely';
import type { Kept } from './answers/kept.ts';
import { forgetUnsent } from './bot/forget-chat.ts';
import { forgetTalk } from './bot/operator-topics.ts';
import type { BotTables } from './bot/tables.ts';
import { forgetComplainant } from './complaints/forget-complainant.ts';
import type { ComplaintTables } from './complaints/tables.ts';
import { forgetCitizen } from './identity/forget-citizen.ts';
import type { IdentityTables } from './identity/tables.ts';
import { forgetVisits } from './inspections/forget-visits.ts';
import type { InspectionTables } from './inspections/tables.ts';
import { tehranDate } from './language/jalali.ts';
import { forgetCitizensNews } from './notifications/forget-citizen.ts';
import type { NotificationTables } from './notifications/tables.ts';
import { endCodesOf } from './sms/effects.ts';
import type { SmsTables } from './sms/tables.ts';
import { agreedAt, withdraw } from './speech/consents.ts';
import type { SpeechTables } from './speech/tables.ts';
import type { Tables } from './tables.ts';

/** Everything that stands in the database under a citizen's account: whoever adds a table adds it here. */

export async function keptOf(db: Kysely<Tables>, citizenId: string, now: Date): Promise<Kept> {
  const proofs = await db
    .selectFrom('bot.proofs')
    .select(['mobile_masked', 'proven_at', 'party_proven_at'])
    .where('citizen_id', '=', citizenId)
    .orderBy('proven_at', 'desc')
    .execute();
  const given = proofs.flatMap((proof) => proof.party_proven_at ?? []);
  const voiceAgreedAt = await agreedAt(db as unknown as Kysely<SpeechTables>, citizenId);
  const latest = given.reduce<Date | null>((a, b) => (a && a > b ? a : b), null);
  return {
    mobiles: proofs.map((proof) => ({
      masked: proof.mobile_masked,
      provenOn: tehranDate(proof.proven_at),
    })),
    nationalIdGivenOn: latest && tehranDate(latest),
    voiceAgreedOn: voiceAgreedAt && tehranDate(voiceAgreedAt),
    ...(await countsOf(db, citizenId, now)),
  };
}

async function countsOf(
  db: Kysely<Tables>,
  citizenId: string,
  now: Date,
): Promise<Omit<Kept, 'mobiles' | 'nationalIdGivenOn' | 'voiceAgreedOn'>> {
  const today = tehranDate(now);
  const counts = await db
    .selectNoFrom((eb) => [
      eb
        .selectFrom('bot.misses')
        .select((each) => each.fn.countAll<number>().as('count'))
        .where('citizen_id', '=', citizenId)
        .as('misses'),
      eb
        .selectFrom('bot.bookings')
        .select((each) => each.fn.countAll<number>().as('count'))
        .where('citizen_id', '=', citizenId)
        .where('status', '=', 'booked')
        .where('day', '>=', today)
        .as('visits'),
      eb
        .selectFrom('bot.subscriptions')
        .select((each) => each.fn.count<number>('code').distinct().as('count'))
        .where('citizen_id', '=', citizenId)
        .as('subscribed'),
      eb
        .selectFrom('bot.grants')
        .select((each) => each.fn.countAll<number>().as('count'))
        .where((each) =>
          each.or([each('giver_id', '=', citizenId), each('opened_by', '=', citizenId)]),
        )
        .where('taken_back_at', 'is', null)
        .where((each) =>
          each.or([
            each('ends_at', '>', now),
            each.and([each('accepted_at', 'is', null), each('opens_until', '>', now)]),
          ]),
        )
        .as('grants'),
      eb
        .selectFrom('bot.complaints')
        .select((each) => each.fn.countAll<number>().as('count'))
        .where('citizen_id', '=', citizenId)
        .as('complaints'),
      eb
        .selectFrom('bot.operator_topics')
        .select((each) => each.fn.countAll<number>().as('count'))
        .where('citizen_id', '=', citizenId)
        .where('thread_id', 'is not', null)
        .as('talks'),
      eb
        .selectFrom('bot.model_uses')
        .select((each) => each.fn.countAll<number>().as('count'))
        .where('citizen_id', '=', citizenId)
        .where('day', '=', today)
        .as('model_uses'),
    ])
    .executeTakeFirstOrThrow();
  return {
    misses: Number(counts.misses) > 0,
    openVisits: Number(counts.visits),
    subscribedProperties: Number(counts.subscribed),
    complaints: Number(counts.complaints),
    grants: Number(counts.grants),
    staffMessages: Number(counts.talks) > 0,
    modelAsked: Number(counts.model_uses) > 0,
  };
}

/** On the turn's transaction: all of it or nothing. The conversation itself is the turn's own state. */
export async function eraseCitizen(
  tx: Kysely<Tables>,
  who: { citizenId: string; chatId: number; now: Date },
): Promise<'done'> {
  await forgetCitizen(tx as unknown as Kysely<IdentityTables>, who);
  await forgetVisits(tx as unknown as Kysely<InspectionTables>, who);
  await forgetComplainant(tx as unknown as Kysely<ComplaintTables>, who.citizenId);
  await forgetTalk(tx as unknown as Kysely<BotTables>, who.citizenId);
  await forgetUnsent(tx as unknown as Kysely<BotTables>, who.chatId);
  await forgetCitizensNews(tx as unknown as Kysely<NotificationTables>, who.citizenId);
  await withdraw(tx as unknown as Kysely<SpeechTables>, who.citizenId);
  await endCodesOf(tx as unknown as Kysely<SmsTables>, who.citizenId, who.now);
  return 'done';
}
