/**
 * Whether a mobile is registered to the person with that national id: the question the national Shahkar service
 * answers. Off by default, as no adapter comes with the product: access is granted to each municipality by itself.
 * An operator who has it writes an adapter and hands it to `composeTurn`; from then on a national id opens nothing
 * unless both belong together, and no match is answered like a file that is not found.
 *
 * Throws `UpstreamError` when the service fails or is late: an error is never "no match".
 */
export interface Shahkar {
  ask(pair: { nationalId: string; mobile: string }): Promise<'match' | 'no-match'>;
  /** The mobile is wanted in the clear when the national id comes: until then it waits sealed in the conversation. */
  seal(mobile: string, citizenId: string): string;
  open(sealed: string, citizenId: string): string | null;
}
