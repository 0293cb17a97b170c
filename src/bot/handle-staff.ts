import { randomBytes } from 'node:crypto';
import type { Update } from 'grammy/types';
import { button, wishButton } from '../dialogue/buttons.ts';
import { NEW_STATE } from '../dialogue/state.ts';
import type { Effect } from '../dialogue/turn.ts';
import { UpstreamError } from '../errors.ts';
import { say } from '../wording/sentence.ts';
import type { Locale } from '../wording/wording.ts';
import { commitTurn, updateOrigin } from './commit-turn.ts';
import { countFailedTry, kindOf, MOST_TRIES } from './failed-tries.ts';
import type { Patience, TurnTools } from './handle-citizen.ts';
import type { Place } from './line-queue.ts';
import { STAFF_LOCALE } from './operator-desk.ts';
import { ownerOf, type TopicOwner } from './operator-topics.ts';
import type { Outgoing } from './outgoing.ts';
import { backoff, pause } from './pause.ts';
import type { Self, StaffMessage } from './read-update.ts';
import { inlineKeyboard } from './render-keyboard.ts';
import { renderReply } from './render-reply.ts';
import type { Ticket } from './ticket.ts';
import { verbatim } from './verbatim.ts';

type StaffTools = TurnTools & { self: Self };

/**
 * Brings to a citizen what staff wrote in their topic, or ends the talk. Talk in any other topic is the staff's
 * own.
 *
 * @returns false when the waiting was ended and the update has to come again
 */
export async function handleStaff(
  update: Update,
  message: StaffMessage,
  ticket: Ticket,
  tools: StaffTools,
  { waiting }: Patience,
): Promise<boolean> {
  let failures = 0;
  for (let place = await ticket.turn(); place; place = await ticket.turn()) {
    try {
      if (place.isClaimed || (await isPassedOn(update, message, place, tools))) return true;
    } catch (error) {
      tools.logger.error({ err: error, update }, 'an answer of staff waits for the database');
      if (!(error instanceof UpstreamError)) await countTry(update, tools);
      await pause(backoff(++failures, 200, 5_000), waiting);
    }
  }
  return false;
}

async function isPassedOn(
  update: Update,
  message: StaffMessage,
  place: Place,
  tools: StaffTools,
): Promise<boolean> {
  const { db, self, now, sender } = tools;
  const owner = await ownerOf(db, message);
  if (!owner) return true;
  const { citizenId, chatId } = owner;
  const decided = place.tries < MOST_TRIES ? await decide(message, owner, tools) : setAside(update);
  const origin = updateOrigin({ botId: self.id, updateId: update.update_id, chatId });
  const decision = { citizenId, now: now(), session: null, ...decided };
  const committed = await commitTurn(db, origin, place, decision, tools);
  if (committed.kind === 'done') sender.push(committed.rows);
  return committed.kind === 'done' || committed.kind === 'repeated';
}

function countTry(update: Update, { db, self }: StaffTools): Promise<unknown> {
  const which = { botId: self.id, updateId: update.update_id };
  return countFailedTry(db, which).catch(() => {});
}

/** Staff see that no answer of the bot's follows; who wrote stays in their topic. */
function setAside(update: Update) {
  const errorId = randomBytes(3).toString('hex');
  return { effects: [], messages: [], setAside: { kind: kindOf(update), errorId } };
}

async function decide(
  message: StaffMessage,
  owner: TopicOwner,
  { wording, sessions }: StaffTools,
): Promise<{ effects: Effect[]; messages: Outgoing[] }> {
  const toStaff = (key: 'edge-talk-closed' | 'edge-only-text') =>
    renderReply({ lines: [say(key)] }, wording, STAFF_LOCALE).map((outgoing) =>
      inTopic(outgoing, message),
    );
  if (message.says.kind === 'other') return { effects: [], messages: toStaff('edge-only-text') };
  const { state } = await sessions.load(owner.citizenId);
  const { locale } = state ?? NEW_STATE;
  if (message.says.kind === 'text') {
    const heading = wording.html(say('edge-operator-reply'), locale);
    const markup = inlineKeyboard([[wayOn(owner)]], wording, locale);
    const messages = verbatim(heading, message.says.text, { reply_markup: markup });
    return { effects: [], messages };
  }
  return {
    effects: [{ kind: 'end-talk' }],
    messages: [...talkClosed(owner, wording, locale), ...toStaff('edge-talk-closed')],
  };
}

/** Whoever ended the talk before can take it up again with one press. */
function wayOn({ open }: TopicOwner) {
  return open
    ? button(say('button-end-talk'), { kind: 'end-talk' })
    : button(say('button-talk-again'), { kind: 'wish', intent: 'operator' });
}

function talkClosed(owner: TopicOwner, wording: TurnTools['wording'], locale: Locale): Outgoing[] {
  // Whoever has ended it already needs no second word.
  if (!owner.open) return [];
  const buttons = [[wishButton('debt'), wishButton('request-status')]];
  return renderReply({ lines: [say('edge-talk-ended')], buttons }, wording, locale);
}

function inTopic(outgoing: Outgoing, { groupId, threadId }: StaffMessage): Outgoing {
  if (outgoing.method !== 'sendMessage') throw new Error('staff are told in words');
  const payload = { ...outgoing.payload, message_thread_id: threadId };
  return { ...outgoing, to: groupId, payload };
}
