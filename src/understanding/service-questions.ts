import { matchKey } from '../language/text.ts';

/** What is asked about a service that was just talked about, without naming it. */
export type ServiceQuestion = 'papers' | 'time' | 'cost' | 'where';

/** More words than these say something of their own. */
const FEW_WORDS = 5;

const PATTERNS: readonly [ServiceQuestion, RegExp][] = [
  ['papers', /(?:مدرک|مدارک|madrak|madarek)/u],
  [
    'time',
    /(?:طول می ?کش|زمان می ?بر|وقت می ?بر|زمانش|چند روز|چقدر وقت|کی اماده|چند وقت|tool mikesh|tul mikesh|chand rooz|chand ruz|zaman)/u,
  ],
  ['cost', /(?:هزینه|هزینش|خرجش|پولش|تعرفه|قیمتش|چقدر میشه|چند میشه|hazine|kharj)/u],
  [
    'where',
    /(?:کجا (?:باید )?(?:برم|بروم|بریم|مراجعه|بدم|بدهم|ببرم|ببریم|بیارم|تحویل)|(?:باید|بایست) کجا|کدوم دفتر|کدام دفتر|برم کجا|koja (?:bayad )?beram|koja beram|kodum daftar)/u,
  ],
];

/** Null for whatever says more than such a question. */
export function serviceQuestionIn(text: string): ServiceQuestion | null {
  const key = matchKey(text);
  if (key.split(' ').length > FEW_WORDS) return null;
  return PATTERNS.find(([, pattern]) => pattern.test(key))?.[0] ?? null;
}
