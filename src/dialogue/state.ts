/** What is remembered of one chat between two messages. Plain JSON, so that any store can keep it. */
export interface State {
  version: 1;
  locale: 'fa' | 'en';
}

export const NEW_STATE: State = { version: 1, locale: 'fa' };
