/**
 * One line of CSV, ended by CRLF (RFC 4180), with cells defused. `separator` is a single character.
 */
export function csvLine(cells: readonly string[], separator = ","): string {
  return `${cells.map((cell) => quoted(defuse(cell), separator)).join(separator)}\r\n`;
}

/** Goes before the first line, so that Excel reads accents right. */
export const CSV_MARK = "\uFEFF";

/**
 * A cell that no spreadsheet will run as a formula: what could be one gets an apostrophe in front. Plain numbers such
 * as -12.50 and +49 30 123456 stay as they are.
 */
export function defuse(cell: string): string {
  return isFuse(cell) ? `'${cell}` : cell;
}

/** The inverse of `defuse`, for files that we wrote and somebody brings back. */
export function undefuse(cell: string): string {
  return cell.startsWith("'") && isFuse(cell.slice(1)) ? cell.slice(1) : cell;
}

// What starts a formula in Excel, LibreOffice or Google Sheets (OWASP, "CSV Injection"), the full-width forms for
// Japanese Excel included; and a cell that has such a start behind our own apostrophe.
const FUSE = /^'*\s*[=+\-@＝＋－＠]|^'*[\t\r\n]|^'*\s*DDE\b/i;
const PLAIN_NUMBER = /^[+-]?\d+(?:[.,' \u00A0]\d+)*[ \u00A0]?%?$/;

function isFuse(cell: string): boolean {
  return FUSE.test(cell) && !PLAIN_NUMBER.test(cell);
}

function quoted(cell: string, separator: string): string {
  const needs = cell.includes('"') || cell.includes(separator) || /[\r\n]|^\s|\s$/.test(cell);
  return needs ? `"${cell.replaceAll('"', '""')}"` : cell;
}
