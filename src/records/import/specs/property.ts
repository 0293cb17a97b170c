import { maskName } from '../../../language/names.ts';
import { streetOf } from '../../../language/street.ts';
import { ROLES } from '../../../language/vocabulary.ts';
import type { FileSpec } from '../file-spec.ts';
import {
  day,
  dayOfTime,
  decimal,
  key,
  mobile,
  nationalId,
  oneOf,
  postalCode,
  text,
} from '../readers.ts';
import {
  area,
  code,
  districtNumber,
  hashedId,
  hashedMobile,
  lat,
  lon,
  maskedId,
  maskedMobile,
  may,
  must,
  ofProperty,
  stored,
} from './columns.ts';

const street = stored('street', 'text', (address) => streetOf(String(address)));
const maskedName = stored('name_masked', 'text', (name) => maskName(String(name)));

export const properties: FileSpec = {
  name: 'properties',
  table: 'properties',
  key: ['code'],
  columns: [
    code,
    must('district', districtNumber, 'integer'),
    may('level', oneOf(['parcel', 'building', 'apartment', 'guild'])),
    must('address', text, 'text', [stored('address', 'text'), street]),
    may('postal_code', postalCode),
    may('plate', key),
    may('plate_section', text),
    may('land_use', text),
    area('deed_area_m2'),
    area('built_area_m2'),
    lat,
    lon,
    may('updated_at', dayOfTime, 'date'),
  ],
  references: [],
};

export const parties: FileSpec = {
  name: 'parties',
  table: 'parties',
  key: ['id_hash'],
  columns: [
    must('national_id', nationalId, 'text', [hashedId, maskedId]),
    must('name', text, 'text', [maskedName]),
    may('mobile', mobile, 'text', [hashedMobile, maskedMobile]),
  ],
  references: [],
};

export const ownership: FileSpec = {
  name: 'ownership',
  table: 'ownership',
  key: ['code', 'id_hash', 'role'],
  columns: [
    code,
    must('national_id', nationalId, 'text', [hashedId]),
    must('role', oneOf(ROLES)),
    may('dang', decimal(0, 6), 'double precision'),
    may('valid_from', day, 'date'),
    may('valid_to', day, 'date'),
  ],
  references: [
    ofProperty,
    {
      column: 'national_id',
      to: 'parties',
      by: ['id_hash'],
      reason: 'unknown party: this national id is not in parties.csv',
    },
  ],
};

export const holds: FileSpec = {
  name: 'holds',
  table: 'holds',
  key: ['code', 'level', 'since'],
  columns: [
    code,
    must('level', oneOf(['warn', 'stop'])),
    must('since', day, 'date'),
    may('until', day, 'date'),
  ],
  references: [ofProperty],
};
