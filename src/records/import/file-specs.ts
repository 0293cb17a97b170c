import { FILE_NAMES, type FileName, type FileSpec } from './file-spec.ts';
import { bills, charges, payments } from './specs/money.ts';
import { districts, offices, staff } from './specs/places.ts';
import { holds, ownership, parties, properties } from './specs/property.ts';
import { certificates, requestSteps, requests, violations } from './specs/work.ts';

/** `records-format` as data: one entry a file, one line a column. */
export const FILE_SPECS: Record<FileName, FileSpec> = {
  districts,
  offices,
  properties,
  parties,
  ownership,
  requests,
  'request-steps': requestSteps,
  certificates,
  violations,
  charges,
  bills,
  payments,
  holds,
  staff,
};

/** In the order in which they are loaded. */
export const SPECS_IN_ORDER = FILE_NAMES.map((name) => FILE_SPECS[name]);
