import type { Access } from '../../identity/authorisation.ts';
import type { PropertyFile } from '../../records/record-store.ts';
import type { Exchange } from '../exchange.ts';
import type { Reply } from '../turn.ts';
import type { Wish } from '../wish.ts';

/** Answers a wish that needs no property on record. */
export interface GeneralHandler {
  needs: 'nothing';
  answer(exchange: Exchange, wish: Wish): Reply[] | Promise<Reply[]>;
}

/** Answers a wish about one property, once it is found and what may be seen of it is known. */
export interface PropertyHandler {
  needs: 'property';
  /**
   * 3: the citizen's own national id of the last 24 hours is wanted before anything is shown, unless it would
   * open nothing more to their role.
   */
  level?: 3 | ((wish: Wish) => 2 | 3);
  answer(view: PropertyView): Reply[] | Promise<Reply[]>;
}

export type Handler = GeneralHandler | PropertyHandler;

export interface PropertyView {
  exchange: Exchange;
  wish: Wish;
  file: PropertyFile;
  access: Access;
  requestNo: string | null;
  /** The citizen has other properties too. */
  others: boolean;
}
