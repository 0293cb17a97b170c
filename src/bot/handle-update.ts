import type { RawApi } from 'grammy';
import type { Update } from 'grammy/types';
import { NEW_STATE } from '../dialogue/state.ts';
import { say } from '../wording/sentence.ts';
import { commitTurn, updateOrigin } from './commit-turn.ts';
import { handleCitizen, type Patience, type TurnTools } from './handle-citizen.ts';
import { handleStaff } from './handle-staff.ts';
import type { Arrival, Press, Self } from './read-update.ts';
import { renderReply } from './render-reply.ts';
import { showTyping } from './show-typing.ts';
import type { Ticket } from './ticket.ts';
import type { TurnOrder } from './turn-order.ts';

export interface UpdateTools extends TurnTools {
  calls: RawApi;
  self: Self;
  order: TurnOrder;
}

/**
 * Deals with one update, in order with all others of its line over all workers.
 *
 * @returns false when the update is not dealt with and has to come again
 */
export async function handleUpdate(
  update: Update,
  arrival: Arrival,
  tools: UpdateTools,
  patience: Patience,
): Promise<boolean> {
  switch (arrival.kind) {
    case 'nothing':
      return true;
    case 'blocked':
      tools.sender.drop(arrival.chatId);
      return true;
    case 'stray-press':
      answerPress(arrival.press, tools.calls);
      return true;
    case 'staff':
      return await inTurn(update, arrival, tools, patience, (ticket) =>
        handleStaff(update, arrival, ticket, tools, patience),
      );
    case 'group':
      return await sendToPrivate(update, arrival.chatId, tools);
    case 'citizen':
      return await inTurn(update, arrival, tools, patience, (ticket) =>
        answerCitizen(update, arrival, ticket, tools, patience),
      );
  }
}

/** Goes into the line at once, so that nobody who comes later is taken before. */
async function inTurn(
  { update_id: updateId }: Update,
  arrival: Extract<Arrival, { kind: 'citizen' | 'staff' }>,
  { order, self }: UpdateTools,
  { waiting }: Patience,
  work: (ticket: Ticket) => Promise<boolean>,
): Promise<boolean> {
  const citizenId = arrival.kind === 'citizen' ? arrival.citizenId : null;
  const who = { botId: self.id, line: `${self.id}:${arrival.line}`, updateId, citizenId };
  const ticket = order.arrive(who, waiting);
  try {
    return await work(ticket);
  } finally {
    // The update is dealt with; what is left to do in the line keeps nobody waiting but the line.
    void ticket.leave();
  }
}

async function answerCitizen(
  update: Update,
  { chatId, citizenId, input, press }: Extract<Arrival, { kind: 'citizen' }>,
  ticket: Ticket,
  tools: UpdateTools,
  patience: Patience,
): Promise<boolean> {
  const stopTyping = showTyping(tools.calls, chatId);
  try {
    const updateId = update.update_id;
    const origin = updateOrigin({ botId: tools.self.id, updateId, chatId });
    const letter = { ...origin, update, updateId, incoming: { citizenId, input } };
    return await handleCitizen(letter, ticket, tools, patience);
  } finally {
    stopTyping();
    if (press) answerPress(press, tools.calls);
  }
}

/** Others read along in a group: whoever asks there, and whatever, hears one sentence. */
async function sendToPrivate(update: Update, chatId: number, tools: UpdateTools): Promise<boolean> {
  const origin = updateOrigin({ botId: tools.self.id, updateId: update.update_id, chatId });
  const messages = renderReply(
    { lines: [say('edge-private-only')] },
    tools.wording,
    NEW_STATE.locale,
  );
  const decision = { citizenId: '', now: tools.now(), session: null, effects: [], messages };
  try {
    const committed = await commitTurn(tools.db, origin, null, decision, tools);
    if (committed.kind === 'done') tools.sender.push(committed.rows);
  } catch (error) {
    // One sentence in a group is not worth holding up the updates of citizens.
    tools.logger.error({ err: error, update }, 'a group was not answered');
  }
  return true;
}

/** Stops the button's spinning. Telegram refuses old presses, which have stopped spinning by themselves. */
function answerPress({ id }: Press, calls: RawApi): void {
  void calls.answerCallbackQuery({ callback_query_id: id }).catch(() => {});
}
