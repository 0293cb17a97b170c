/** A connection keeps every statement it was ever given a name for. */
const MOST = 200;
/** What is asked once, such as a migration, is not worth keeping. */
const FROM_TIME = 3;
/** A star's columns change with a migration while old connections still remember their plan. */
const KEPT = /^\s*(?:select|with|insert|update|delete)\b[^*]*$/i;

/**
 * Names for statements that are run again and again, so that the server parses and plans them once a connection
 * and their text crosses the wire once. Null: run it as it is.
 */
export function createStatementNames(): (text: string) => string | null {
  const times = new Map<string, number>();
  const names = new Map<string, string>();
  return (text) => {
    const known = names.get(text);
    if (known !== undefined) return known;
    if (names.size >= MOST || !KEPT.test(text)) return null;
    const seen = (times.get(text) ?? 0) + 1;
    if (seen < FROM_TIME) {
      // Texts that never come again must not be remembered for ever.
      if (times.size >= MOST) times.clear();
      times.set(text, seen);
      return null;
    }
    times.delete(text);
    const name = `pasokh_${names.size + 1}`;
    names.set(text, name);
    return name;
  };
}
