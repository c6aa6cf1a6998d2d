/** Column names made comparable: case, blanks, sort arrows of reports and the star of mandatory columns set aside. */
export function plainHeader(header: string): string {
  return header
    .normalize("NFC")
    .replace(/^\uFEFF/, "")
    .replace(/[↑↓*]/g, "")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase();
}

/**
 * Names that occur once each, in the same order: "Phone", "Phone" becomes "Phone", "Phone (2)"; an empty name
 * becomes "Column 3".
 */
export function uniqueHeaders(titles: string[]): string[] {
  const taken = new Set<string>();
  return titles.map((title, index) => {
    const name =
      title
        .replace(/^\uFEFF/, "")
        .replace(/\s+/g, " ")
        .trim() || `Column ${index + 1}`;
    let unique = name;
    for (let count = 2; taken.has(plainHeader(unique)); count++) unique = `${name} (${count})`;
    taken.add(plainHeader(unique));
    return unique;
  });
}

/** The same for every file with these columns, in whatever order and case: what a mapping is remembered by. */
export function headerKey(headers: string[]): string {
  return JSON.stringify(headers.map(plainHeader).toSorted());
}

/** Why the first row may be a record and not the names of columns, or null. */
export function headerDoubt(headers: string[]): string | null {
  const suspect = headers.find((header) => /@|:\/\/|^[+\d][\d\s().,/-]{3,}$/.test(header.trim()));
  return suspect === undefined
    ? null
    : `The first row holds "${suspect}", which looks like a record and not like the name of a column.`;
}
