/** The address of a call; null for what is no number. A typed number keeps only what can be dialled. */
export function callAddress(phone: string): string | null {
  const [number = "", extension] = phone.split(";ext=");
  const abroad = number.trim().replace(/^00(?=[1-9])/, "+");
  // "+49 (0)40": the nought is dialled only within the country.
  const typed = abroad.startsWith("+") ? abroad.replace("(0)", "") : abroad;
  const dialled = typed.replaceAll(/[^\d+*#]/g, "");
  if (dialled.replaceAll(/\D/g, "").length < 3) return null;
  return `tel:${dialled}${extension ? `;ext=${extension}` : ""}`;
}
