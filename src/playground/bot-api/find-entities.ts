import type { Entity } from './shapes.ts';

const FINDERS: [string, RegExp][] = [
  ['bot_command', /(?<![\w/@])\/[a-z0-9_]{1,64}(@\w{3,32})?(?!\w|\/)/gi],
  ['url', /https?:\/\/[^\s<>"«»]*[^\s<>"«».,:;!?)\]]/gi],
];

/** The entities Telegram finds by itself in plain text: commands and addresses. */
export function findEntities(text: string, taken: Entity[] = []): Entity[] {
  const closed = taken.filter(({ type }) => ['code', 'pre', 'text_link'].includes(type));
  return FINDERS.flatMap(([type, pattern]) =>
    [...text.matchAll(pattern)].map((found) => ({
      type,
      offset: found.index,
      length: found[0].length,
    })),
  )
    .filter(
      (found) =>
        !closed.some(
          (entity) =>
            found.offset < entity.offset + entity.length &&
            entity.offset < found.offset + found.length,
        ),
    )
    .sort((one, other) => one.offset - other.offset);
}
