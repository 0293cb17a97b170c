/** What may hold a semicolon without ending a statement: comments, quoted text and names, dollar-quoted bodies. */
const PIECE =
  /--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'|"(?:[^"]|"")*"|\$([A-Za-z_]*)\$[\s\S]*?\$\1\$|;|[^;'"$/-]+|[\s\S]/g;

/** Splits an SQL script into its statements: the embedded engine takes one at a time. */
export function statementsOf(script: string): string[] {
  const statements = [''];
  for (const [piece] of script.matchAll(PIECE)) {
    if (piece === ';') statements.push('');
    else if (!piece.startsWith('--') && !piece.startsWith('/*')) {
      statements[statements.length - 1] += piece;
    }
  }
  return statements.map((statement) => statement.trim()).filter(Boolean);
}
