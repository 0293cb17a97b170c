import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { SetupError } from '../../errors.ts';
import { type CsvRow, createCsvSplitter } from './csv-splitter.ts';

/**
 * Reads the rows of a file a batch at a time, so that memory does not grow with the file.
 *
 * @param onBytes told how much of the file (compressed, where it is) has been read so far
 */
export async function* csvBatches(
  path: string,
  batchRows: number,
  onBytes: (bytes: number) => void,
): AsyncGenerator<CsvRow[]> {
  const splitter = createCsvSplitter();
  const decoder = new TextDecoder();
  const rows: CsvRow[] = [];
  const file = createReadStream(path, { highWaterMark: 256 * 1024 });
  // A fault of either part ends the reading below, so it needs no second word.
  const bytes = path.endsWith('.gz') ? pipeline(file, createGunzip(), () => {}) : file;
  try {
    for await (const chunk of bytes) {
      rows.push(...splitter.push(decoder.decode(chunk, { stream: true })));
      onBytes(file.bytesRead);
      while (rows.length >= batchRows) yield rows.splice(0, batchRows);
    }
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new SetupError(`${path}: cannot be read (${reason})`, { cause });
  } finally {
    file.destroy();
  }
  rows.push(...splitter.push(decoder.decode()), ...splitter.end());
  while (rows.length > 0) yield rows.splice(0, batchRows);
}
