/** Several phones or e-mails in one text field: one a line, or parted by commas or semicolons. */
export function linesOf(text: string): string[] {
  return text
    .split(/[\n,;]+/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

/** The address of a call; null for what is no number. A typed number keeps only what can be dialled. */
export function callAddress(phone: string): string | null {
  const [number = "", extension] = phone.split(";ext=");
  const dialled = number.replaceAll(/[^\d+*#]/g, "");
  if (dialled.replaceAll(/\D/g, "").length < 3) return null;
  return `tel:${dialled}${extension ? `;ext=${extension}` : ""}`;
}
