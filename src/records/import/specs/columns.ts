import { maskMobile } from '../../../language/mobile.ts';
import { maskNationalId } from '../../../language/national-id.ts';
import type { ColumnSpec, Reference, StoredColumn } from '../file-spec.ts';
import { decimal, type Reader, renovationCode, rials, whole } from '../readers.ts';

type Type = StoredColumn['type'];

export function stored(
  name: string,
  type: Type,
  of: StoredColumn['of'] = (value) => value,
): StoredColumn {
  return { name, type, of };
}

/** A column without which there is no row. */
export function must(
  name: string,
  read: Reader,
  type: Type = 'text',
  as: StoredColumn[] = [stored(name, type)],
): ColumnSpec {
  return { name, isRequired: true, read, ifEmpty: null, stored: as };
}

export function may(
  name: string,
  read: Reader,
  type: Type = 'text',
  as: StoredColumn[] = [stored(name, type)],
): ColumnSpec {
  return { name, isRequired: false, read, ifEmpty: null, stored: as };
}

export function ifEmpty(value: string | number, column: ColumnSpec): ColumnSpec {
  return { ...column, ifEmpty: value };
}

export const hashedId = stored('id_hash', 'text', (id, hash) => hash('national-id', String(id)));
export const maskedId = stored('id_masked', 'text', (id) => maskNationalId(String(id)));
export const hashedMobile = stored('mobile_hash', 'text', (number, hash) =>
  hash('mobile', String(number)),
);
export const maskedMobile = stored('mobile_masked', 'text', (number) => maskMobile(String(number)));

export const code = must('nosazi_code', renovationCode, 'text', [stored('code', 'text')]);
export const lat = may('lat', decimal(-90, 90), 'double precision');
export const lon = may('lon', decimal(-180, 180), 'double precision');
export const districtNumber = whole(0, 999);

export function area(name: string): ColumnSpec {
  return may(name, decimal(0, 1e9), 'double precision');
}

export function money(name: string): ColumnSpec {
  return ifEmpty(0, may(name, rials, 'bigint'));
}

export const ofProperty: Reference = {
  column: 'nosazi_code',
  to: 'properties',
  by: ['code'],
  reason: 'unknown property: its code is not in properties.csv',
};
