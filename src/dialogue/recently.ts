/** After that long, what was said last is no longer what "it" means. */
const MINUTES = 60;

/** What was noted in a conversation, while it is fresh enough to be meant by a word or two. */
export function ifRecent<Noted extends { at: string }>(
  noted: Noted | undefined,
  now: Date,
): Noted | null {
  if (!noted) return null;
  return now.getTime() - new Date(noted.at).getTime() > MINUTES * 60_000 ? null : noted;
}
