/** Several phones or e-mails in one text field: one a line, or parted by commas or semicolons. */
export function linesOf(text: string): string[] {
  return text
    .split(/[\n,;]+/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
