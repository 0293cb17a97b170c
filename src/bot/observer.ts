import type { Turn } from '../dialogue/turn.ts';
import type { Delivery } from './deliver.ts';
import type { Outgoing } from './outgoing.ts';

/** Told what the edge does, for metrics. Nothing it is told names a person. */
export interface BotObserver {
  /** Where an update came from the messenger for the first time. */
  update(kind: string): void;
  turn(turn: Pick<Turn, 'intent' | 'outcome' | 'requests'> & { ms: number }): void;
  sent(method: Outgoing['method'], delivery: Delivery): void;
}

export const NOBODY: BotObserver = { update() {}, turn() {}, sent() {} };
