import { addDays, jalaliOf } from '../../language/jalali.ts';
import { SERVICES, type Service } from '../../language/vocabulary.ts';
import { jalaliText } from './city-files.ts';
import type { DemoProperty, Making } from './demo-property.ts';
import { writeCertificate } from './write-certificates.ts';

/** The stages of each service, as the city's profile has them. */
export type StagesByService = Readonly<
  Record<Service, readonly { title: string; unit: string; workingDays: number | null }[]>
>;

const ENDED = ['completed', 'cancelled', 'archived'] as const;
const WAITING = ['not-started', 'waiting-citizen', 'waiting-payment'] as const;
type Status = (typeof ENDED)[number] | (typeof WAITING)[number] | 'in-progress';
const LETTER_SERVICES: readonly Service[] = ['inquiry', 'transfer', 'excavation'];
const WAITED_FOR_DAYS = 5;

/** For every service one request in each of its stages, and one of each status. */
export function writeRequests(
  making: Making,
  properties: readonly DemoProperty[],
  stages: StagesByService,
): void {
  let serial = 200_000;
  const free = [...properties];
  const write = (service: Service, status: Status, stage: number) => {
    // A property has one request at a time, so that no answer has to choose.
    const [property] = free.splice(making.random.int(0, free.length - 1), 1);
    serial += making.random.int(3, 40);
    writeRequest(making, property!, { service, status, stage, serial, stages: stages[service] });
  };
  for (const service of SERVICES) {
    const last = stages[service].length - 1;
    stages[service].forEach((_, stage) => {
      write(service, 'in-progress', stage);
    });
    write(service, 'not-started', 0);
    write(service, 'waiting-citizen', making.random.int(1, last));
    write(service, 'waiting-payment', making.random.int(1, last));
    for (const status of ENDED) {
      write(service, status, status === 'completed' ? last : making.random.int(1, last));
    }
  }
}

interface Draft {
  service: Service;
  status: Status;
  /** Index of the stage it is in, or ended in. */
  stage: number;
  serial: number;
  stages: StagesByService[Service];
}

function writeRequest(making: Making, property: DemoProperty, draft: Draft): void {
  const { files, lexicon, random, asOf } = making;
  const { service, status } = draft;
  const isEnded = (ENDED as readonly string[]).includes(status);
  const lastDay = addDays(asOf, isEnded ? -random.int(5, 300) : 0);
  const request_no = `${jalaliOf(asOf).year}${draft.serial}`;
  const opened = writeSteps(making, request_no, draft, lastDay);
  const hasLetter = LETTER_SERVICES.includes(service);
  files.add('requests', {
    request_no,
    service,
    nosazi_code: property.code,
    file_no: random.chance(0.5) ? `${property.code.split('-')[0]}2${draft.serial}` : '',
    applicant_national_id: property.owner,
    office_code: random.pick(lexicon.offices).code,
    status,
    stage: draft.stages[draft.stage]!.title,
    opened_at: jalaliText(opened),
    due_on: isEnded ? '' : jalaliText(addDays(asOf, random.int(2, 30))),
    closed_at: isEnded ? jalaliText(lastDay) : '',
    letter_no: hasLetter ? `${jalaliOf(asOf).year}/${random.int(10, 99)}/${draft.serial}` : '',
    letter_from: hasLetter ? random.pick(lexicon.letterSources) : '',
  });
  if (status === 'completed') writeCertificate(making, property, service, lastDay, request_no);
}

/** Writes the stages gone through, the last one ending on `lastDay`; returns the day of opening. */
function writeSteps(making: Making, request_no: string, draft: Draft, lastDay: string): string {
  const { files, lexicon, random } = making;
  const passed = draft.stages.slice(0, draft.stage + 1);
  const days = passed.map((stage) => (stage.workingDays ?? WAITED_FOR_DAYS) + random.int(0, 3));
  let entered = addDays(lastDay, -days.reduce((sum, count) => sum + count, 0));
  const opened = entered;
  passed.forEach((stage, i) => {
    const left = addDays(entered, days[i]!);
    const isLast = i === passed.length - 1;
    const isDefect = isLast && draft.status === 'waiting-citizen';
    const outcome = isLast ? (draft.status === 'completed' ? 'done' : '') : 'forwarded';
    files.add('request-steps', {
      request_no,
      seq: i + 1,
      stage: stage.title,
      unit: stage.unit,
      entered_at: jalaliText(entered),
      left_at: isLast && outcome !== 'done' ? '' : jalaliText(left),
      outcome: isDefect ? 'defect' : !isLast && random.chance(0.04) ? 'returned' : outcome,
      public_note: isDefect ? random.pick(lexicon.defectNotes) : '',
    });
    entered = left;
  });
  return opened;
}
