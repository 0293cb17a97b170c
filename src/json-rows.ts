/**
 * SQL that reads a JSON list of objects as rows. Each column is named, since a statement with a star in it is not
 * kept prepared.
 *
 * @param source SQL for the list, as `json`
 * @param columns the types of the objects' members
 */
export function rowsOfJson(source: string, columns: Readonly<Record<string, string>>): string {
  const names = Object.keys(columns).map((name) => `"${name}"`);
  const typed = Object.entries(columns).map(([name, type]) => `"${name}" ${type}`);
  return `select ${names.join(', ')} from json_to_recordset(${source}) as each (${typed.join(', ')})`;
}
