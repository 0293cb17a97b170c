import { addDays, jalaliOf } from '../../language/jalali.ts';
import { jalaliText } from './city-files.ts';
import type { DemoProperty, Making } from './demo-property.ts';

const STATES = ['open', 'in-commission', 'settled', 'removed'] as const;
const DECISIONS = ['fine', 'demolish', 'acquit', 'restore-use'] as const;
const LEVELS = ['first', 'appeal'] as const;

/** Violations in every state with every decision, and a few holds. */
export function writeViolationsAndHolds(
  making: Making,
  properties: readonly DemoProperty[],
  counts: { violations: number; holds: number },
): void {
  const { files, random, asOf } = making;
  for (let i = 0; i < counts.violations; i++) {
    writeViolation(making, random.pick(properties), i);
  }
  const held = new Set<string>();
  while (held.size < counts.holds) {
    const { code } = random.pick(properties);
    if (held.has(code)) continue;
    held.add(code);
    files.add('holds', {
      nosazi_code: code,
      level: held.size % 2 ? 'warn' : 'stop',
      since: jalaliText(addDays(asOf, -random.int(60, 500))),
      until: held.size % 3 ? '' : jalaliText(addDays(asOf, random.int(-40, 90))),
    });
  }
}

function writeViolation(
  { files, lexicon, random, asOf }: Making,
  { code }: DemoProperty,
  index: number,
): void {
  const status = STATES[index % STATES.length]!;
  // An open one has no decision yet.
  const decision = status === 'open' ? null : DECISIONS[(index >> 2) % DECISIONS.length]!;
  const found = addDays(asOf, -random.int(30, 2_500));
  const { year } = jalaliOf(found);
  files.add('violations', {
    nosazi_code: code,
    no: `V-${code.split('-')[0]}-${year}-${100 + index}`,
    kind: random.pick(lexicon.violationKinds),
    floor: random.pick(lexicon.violationFloors),
    area_m2: random.int(20, 900) / 10,
    year,
    status,
    decision_no: decision ? `${code.split('-')[0]}-${year}-${random.int(100, 999)}` : '',
    decision_level: decision ? random.pick(LEVELS) : '',
    decision: decision ?? '',
    fine_rials: decision === 'fine' ? random.int(20, 900) * 1_000_000 : '',
    notified_on: decision ? jalaliText(addDays(found, 20)) : '',
  });
}
