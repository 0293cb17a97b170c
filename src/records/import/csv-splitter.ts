/** A row as it stands in the file; `cells` is null where its quotes are broken. */
export interface CsvRow {
  /** Where it begins, counted from 1. */
  line: number;
  cells: string[] | null;
}

/** Cuts text that comes in pieces into rows. */
export interface CsvSplitter {
  /** The rows that are whole by now. */
  push(piece: string): CsvRow[];
  /** What is left when the text has ended. */
  end(): CsvRow[];
}

/** A quote that is not closed within so many characters was opened by mistake. */
const LONGEST_ROW = 200_000;

/**
 * RFC 4180, with `\n` and `\r\n` mixed as they come and empty lines left out. Where quotes are broken,
 * the line they begin on is given without cells and reading goes on at the very next line, so that one
 * bad row hides none of its neighbours.
 */
export function createCsvSplitter(): CsvSplitter {
  let rest = '';
  let line = 1;

  function rowsOf(text: string, isEnd: boolean): CsvRow[] {
    const rows: CsvRow[] = [];
    let at = 0;
    let quote = text.indexOf('"');
    while (at < text.length) {
      const lineEnd = text.indexOf('\n', at);
      if (lineEnd < 0 && !isEnd) break;
      const end = lineEnd < 0 ? text.length : lineEnd;
      if (quote >= 0 && quote < at) quote = text.indexOf('"', at);
      const isPlain = quote < 0 || quote > end;
      const row = isPlain ? plainRow(text, at, end) : quotedRow(text, at, isEnd);
      if (row === 'unfinished' && text.length - at < LONGEST_ROW) break;
      const read = row === 'unfinished' ? { cells: null, next: end + 1 } : row;
      if (read.cells === null || read.cells.length > 1 || read.cells[0] !== '') {
        rows.push({ line, cells: read.cells });
      }
      line += isPlain ? 1 : linesIn(text, at, read.next);
      at = read.next;
    }
    rest = text.slice(at);
    return rows;
  }

  return {
    push: (piece) => rowsOf(rest + piece, false),
    end: () => rowsOf(rest, true),
  };
}

interface ReadRow {
  cells: string[] | null;
  /** Where the next row begins. */
  next: number;
}

function plainRow(text: string, at: number, end: number): ReadRow {
  const before = text[end - 1] === '\r' && end > at ? end - 1 : end;
  return { cells: text.slice(at, before).split(','), next: end + 1 };
}

/** A row with quotes in its first line; `unfinished` when the text ends within a quoted cell. */
function quotedRow(text: string, start: number, isEnd: boolean): ReadRow | 'unfinished' {
  const cells: string[] = [];
  for (let at = start; ; ) {
    const cell = text[at] === '"' ? quotedCell(text, at) : plainCell(text, at);
    if (cell === 'unfinished') return isEnd ? broken(text, start) : 'unfinished';
    cells.push(cell.value);
    const after = text.slice(cell.end, cell.end + 2);
    if (after === '' && !isEnd) return 'unfinished';
    if (after.startsWith(',')) at = cell.end + 1;
    else if (after === '') return { cells, next: text.length };
    else if (after.startsWith('\n')) return { cells, next: cell.end + 1 };
    else if (after === '\r\n') return { cells, next: cell.end + 2 };
    else if (after === '\r') return isEnd ? { cells, next: text.length } : 'unfinished';
    else return broken(text, start);
  }
}

interface Cell {
  value: string;
  /** The first character that is not the cell's. */
  end: number;
}

function quotedCell(text: string, start: number): Cell | 'unfinished' {
  let value = '';
  for (let at = start + 1; ; ) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return 'unfinished';
    value += text.slice(at, quote);
    if (text[quote + 1] !== '"') return { value, end: quote + 1 };
    value += '"';
    at = quote + 2;
  }
}

const CELL_END = /,|\r?\n|\r?$/g;

function plainCell(text: string, start: number): Cell {
  CELL_END.lastIndex = start;
  const end = CELL_END.exec(text)?.index ?? text.length;
  return { value: text.slice(start, end), end };
}

function broken(text: string, start: number): ReadRow {
  const lineEnd = text.indexOf('\n', start);
  return { cells: null, next: lineEnd < 0 ? text.length : lineEnd + 1 };
}

function linesIn(text: string, from: number, to: number): number {
  let lines = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1))
    lines++;
  return lines;
}
