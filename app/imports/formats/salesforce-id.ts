/**
 * The 18-character form of a Salesforce id, which Data Loader writes, for the 15-character one of reports: three
 * letters that say which of the fifteen are capitals. Anything else comes back as it is.
 */
export function salesforceId(id: string): string {
  if (!/^[A-Za-z0-9]{15}$/.test(id)) return id;
  const suffix = [0, 5, 10].map((start) => {
    let capitals = 0;
    for (let bit = 0; bit < 5; bit++) if (/[A-Z]/.test(id[start + bit]!)) capitals |= 1 << bit;
    return LETTERS[capitals];
  });
  return id + suffix.join("");
}

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";
