import { SERVICES } from '../../../language/vocabulary.ts';
import type { FileSpec } from '../file-spec.ts';
import { key, mobile, oneOf, someOf, text, whole } from '../readers.ts';
import { districtNumber, hashedMobile, ifEmpty, lat, lon, may, must } from './columns.ts';

export const districts: FileSpec = {
  name: 'districts',
  table: 'districts',
  key: ['district'],
  columns: [must('district', districtNumber, 'integer'), must('name', text)],
  references: [],
};

export const offices: FileSpec = {
  name: 'offices',
  table: 'offices',
  key: ['code'],
  columns: [
    must('code', key),
    must('name', text),
    may('district', districtNumber, 'integer'),
    must('address', text),
    may('phone', key),
    lat,
    lon,
    ifEmpty('', may('services', someOf(SERVICES), 'text[]')),
    may('hours', text),
  ],
  references: [],
};

export const staff: FileSpec = {
  name: 'staff',
  table: 'staff',
  key: ['mobile_hash'],
  columns: [
    must('mobile', mobile, 'text', [hashedMobile]),
    must('name', text),
    must('role', oneOf(['inspector', 'clerk', 'operator', 'admin'])),
    may('district', districtNumber, 'integer'),
    may('office_code', key),
    may('daily_max', whole(0, 1000), 'integer'),
  ],
  references: [],
};
