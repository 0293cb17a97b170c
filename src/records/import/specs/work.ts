import { SERVICES } from '../../../language/vocabulary.ts';
import type { FileSpec } from '../file-spec.ts';
import {
  day,
  dayOfTime,
  jalaliYear,
  key,
  nationalId,
  oneOf,
  rials,
  text,
  whole,
} from '../readers.ts';
import { area, code, hashedId, may, must, ofProperty } from './columns.ts';

const applicantHash = { ...hashedId, name: 'applicant_hash' };

export const requests: FileSpec = {
  name: 'requests',
  table: 'requests',
  key: ['request_no'],
  columns: [
    must('request_no', key),
    must('service', oneOf(SERVICES)),
    code,
    may('file_no', key),
    may('applicant_national_id', nationalId, 'text', [applicantHash]),
    may('office_code', key),
    must(
      'status',
      oneOf([
        'not-started',
        'in-progress',
        'waiting-citizen',
        'waiting-payment',
        'completed',
        'cancelled',
        'archived',
      ]),
    ),
    may('stage', text),
    must('opened_at', dayOfTime, 'date'),
    may('due_on', day, 'date'),
    may('closed_at', dayOfTime, 'date'),
    may('letter_no', text),
    may('letter_from', text),
  ],
  references: [ofProperty],
};

export const requestSteps: FileSpec = {
  name: 'request-steps',
  table: 'request_steps',
  key: ['request_no', 'seq'],
  columns: [
    must('request_no', key),
    must('seq', whole(0, 1e6), 'integer'),
    must('stage', text),
    may('unit', text),
    must('entered_at', dayOfTime, 'date'),
    may('left_at', dayOfTime, 'date'),
    may('outcome', oneOf(['forwarded', 'returned', 'defect', 'done'])),
    may('public_note', text),
  ],
  references: [
    {
      column: 'request_no',
      to: 'requests',
      by: ['request_no'],
      reason: 'unknown request: its number is not in requests.csv',
    },
  ],
};

export const certificates: FileSpec = {
  name: 'certificates',
  table: 'certificates',
  key: ['code', 'kind', 'number'],
  columns: [
    must(
      'kind',
      oneOf([
        'building-permit',
        'completion',
        'no-violation',
        'inquiry-answer',
        'clearance',
        'subdivision',
        'excavation',
      ]),
    ),
    must('number', key),
    code,
    may('request_no', key),
    must('issued_on', day, 'date'),
    may('valid_until', day, 'date'),
    must('status', oneOf(['valid', 'expired', 'revoked'])),
    may('floors', whole(0, 1000), 'integer'),
    may('units', whole(0, 100_000), 'integer'),
    area('area_m2'),
  ],
  references: [ofProperty],
};

export const violations: FileSpec = {
  name: 'violations',
  table: 'violations',
  key: ['code', 'no'],
  columns: [
    code,
    must('no', key),
    must('kind', text),
    may('floor', text),
    area('area_m2'),
    may('year', jalaliYear, 'integer'),
    must('status', oneOf(['open', 'in-commission', 'settled', 'removed'])),
    may('decision_no', key),
    may('decision_level', oneOf(['first', 'appeal'])),
    may('decision', oneOf(['fine', 'demolish', 'acquit', 'restore-use'])),
    may('fine_rials', rials, 'bigint'),
    may('notified_on', day, 'date'),
  ],
  references: [ofProperty],
};
