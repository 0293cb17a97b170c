import { addDays, jalaliOf } from '../../language/jalali.ts';
import type { IsoDate, Service } from '../../language/vocabulary.ts';
import type { Certificate } from '../record-store.ts';
import { jalaliText } from './city-files.ts';
import type { DemoProperty, Making } from './demo-property.ts';

type Kind = Certificate['kind'];

/** What a completed request ends in; a change of use ends in a letter, not a certificate. */
const CERTIFICATE_OF: Partial<Record<Service, Kind>> = {
  'building-permit': 'building-permit',
  completion: 'completion',
  'no-violation': 'no-violation',
  clearance: 'clearance',
  transfer: 'inquiry-answer',
  inquiry: 'inquiry-answer',
  excavation: 'excavation',
  subdivision: 'subdivision',
};

/** Days until it lapses; a completion or subdivision does not. */
const LASTS: Record<Kind, number | null> = {
  'building-permit': 1_095,
  completion: null,
  'no-violation': 365,
  'inquiry-answer': 180,
  clearance: 365,
  subdivision: null,
  excavation: 30,
};
const KINDS = Object.keys(LASTS) as Kind[];
const HOW_OLD = [40, 200, 500, 900, 2_000, 4_000];

/** Certificates from before: for every kind some valid, some lapsed, some revoked. */
export function writeCertificates(making: Making, properties: readonly DemoProperty[]): void {
  const { random, asOf } = making;
  for (const property of properties) {
    if (property.level !== 'parcel' && random.chance(0.55)) {
      const issued = addDays(asOf, -random.pick(HOW_OLD) - random.int(0, 30));
      writeCertificate(making, property, 'completion', issued);
    }
    if (random.chance(0.3)) {
      const issued = addDays(asOf, -random.pick(HOW_OLD) - random.int(0, 30));
      add(making, property, random.pick(KINDS), issued);
    }
  }
}

/** The certificate a service ends in, where it ends in one. */
export function writeCertificate(
  making: Making,
  property: DemoProperty,
  service: Service,
  issued: IsoDate,
  requestNo?: string,
): void {
  const kind = CERTIFICATE_OF[service];
  if (kind) add(making, property, kind, issued, requestNo);
}

function add(
  { files, random, asOf }: Making,
  { code }: DemoProperty,
  kind: Kind,
  issued: IsoDate,
  requestNo?: string,
): void {
  const lasts = LASTS[kind];
  const until = lasts === null ? null : addDays(issued, lasts);
  const isOver = until !== null && until < asOf;
  const hasFloors = kind === 'building-permit' || kind === 'completion' || kind === 'no-violation';
  const floors = random.int(1, 5);
  files.add('certificates', {
    kind,
    number: `${code.split('-')[0]}-${jalaliOf(issued).year}-${random.int(1_000, 99_999)}`,
    nosazi_code: code,
    request_no: requestNo,
    issued_on: jalaliText(issued),
    valid_until: until ? jalaliText(until) : '',
    status: isOver ? 'expired' : random.chance(0.06) ? 'revoked' : 'valid',
    floors: hasFloors ? floors : '',
    units: hasFloors ? floors * random.int(1, 2) : '',
    area_m2: hasFloors ? random.int(80, 900) : '',
  });
}
