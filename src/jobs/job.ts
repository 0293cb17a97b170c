/** Work that comes by itself. It may be cut off anywhere and done again: what it does it does in transactions. */
export interface Job {
  /** Names it over the whole fleet. */
  name: string;
  /** From one beginning to the next. */
  everyMs: number;
  /** Ends early when the signal is given; what is left is done the next time. */
  run(signal: AbortSignal): Promise<void>;
}
