/** A cell of a CSV file. What is not known is an empty cell, never a zero. */
export type CsvCell = string | number | null | undefined;

/**
 * Writes rows as CSV for any spreadsheet: CRLF, quotes where needed, a byte-order mark so that accents survive, and an
 * apostrophe before a text that a spreadsheet would run as a formula.
 */
export function writeCsv(rows: readonly (readonly CsvCell[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(writeCell).join(",")).join("\r\n")}\r\n`;
}

function writeCell(cell: CsvCell): string {
  if (cell === null || cell === undefined) return "";
  if (typeof cell === "number") return String(cell);
  const harmless = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
