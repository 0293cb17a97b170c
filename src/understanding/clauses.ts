import type { Found } from './entities/entity.ts';

export interface Clause {
  text: string;
  entities: Found[];
  /** `asked` outright, `named` by a bare noun phrase («آدرس دفتر»), or `told`: what has happened. */
  manner: 'asked' | 'named' | 'told';
}

const BORDER =
  /[.؟?!;؛\n]+|(?<=\s)(?:و هم ?چنین|همچنین|ضمنا|ضمناً|راستی|بعدش هم|در ضمن|یکی هم|va hamchenin|rasti|zemnan)(?=\s)|(?<=\s)و(?=\s)/gu;
const WISH =
  /(?<!\p{L})(?:می[ \u200C]?خوا|چیه|چقدر|چقد|چنده|کجا|کجاست|کیه|چطور|چجور|بد[یه]|بدین|بگ[یو]|بفرست|بفرما|اعلام|لطفا|خواهشمند|تقاضا|mikha|chie|cheghad|koja|chetor|bedid|begid|lotfan)/u;
const MOST_CLAUSES = 6;
/** Shorter pieces are half-sentences. */
const FEWEST_LETTERS = 8;

/** The parts of a message that might each be a wish; fewer than two when it is one sentence. */
export function clausesOf(text: string, entities: readonly Found[]): Clause[] {
  const clauses: Clause[] = [];
  let start = 0;
  const add = (end: number) => {
    if (text.slice(start, end).trim().length < FEWEST_LETTERS) return;
    const inside = entities
      .filter((entity) => entity.start >= start && entity.end <= end)
      .map((entity) => ({ ...entity, start: entity.start - start, end: entity.end - start }));
    const clause = text.slice(start, end);
    clauses.push({ text: clause, entities: inside, manner: mannerOf(clause, text[end] ?? '') });
  };
  for (const border of text.matchAll(BORDER)) {
    if (entities.some(({ start: from, end }) => border.index >= from && border.index < end))
      continue;
    add(border.index);
    start = border.index + border[0].length;
    if (clauses.length >= MOST_CLAUSES) return clauses;
  }
  add(text.length);
  return clauses;
}

function mannerOf(clause: string, border: string): Clause['manner'] {
  if (/[؟?]/.test(border) || WISH.test(clause)) return 'asked';
  return clause.trim().split(/\s+/).length <= 4 ? 'named' : 'told';
}
