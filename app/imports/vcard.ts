/** A card of an address book as a row: what stands in each of these columns. */
export const CARD_COLUMNS = [
  "UID",
  "First name",
  "Middle name",
  "Last name",
  "Full name",
  "E-mail",
  "Phone",
  "Organisation",
  "Title",
  "Web page",
  "City",
  "Country",
  "Note",
] as const;

/** One line of a card, with what is folded put together: `name` in small letters, without the group before it. */
interface Line {
  name: string;
  /** In small letters; a bare one, as version 2.1 has them, is a type. */
  types: string[];
  value: string;
}

/**
 * The row of a card, from BEGIN to END, of version 2.1, 3.0 or 4.0; null for a list of people, which is none. Never throws for what a
 * card says.
 */
export function cardCells(card: string): string[] | null {
  const lines = linesOf(card);
  const of = (name: string) => lines.filter((line) => line.name === name && line.value.trim() !== "");
  const text = (name: string) => unescaped(of(name)[0]?.value ?? "").trim();
  if (
    ["group", "location"].includes(
      text("kind").toLowerCase() || text("x-addressbookserver-kind").toLowerCase(),
    )
  )
    return null;
  const [family = "", given = "", middle = ""] = partsOf(of("n")[0]?.value ?? "");
  const places = preferredFirst(of("adr")).map(({ value }) => partsOf(value));
  const place = places.find((parts) => (parts[3] ?? "") !== "" || (parts[6] ?? "") !== "") ?? [];
  const pages = [...of("url"), ...of("x-socialprofile"), ...of("socialprofile")].map(({ value }) =>
    unescaped(value),
  );
  return [
    text("uid"),
    given,
    middle,
    family,
    text("fn"),
    several(preferredFirst(of("email"))),
    several(
      preferredFirst(of("tel").filter(({ types }) => !types.includes("fax") && !types.includes("pager"))),
      /^tel:/i,
    ),
    partsOf(of("org")[0]?.value ?? "")[0] ?? "",
    text("title") || text("role"),
    pages.find((page) => /linkedin\./i.test(page)) ?? pages[0] ?? "",
    place[3] ?? "",
    place[6] ?? "",
    of("note")
      .map(({ value }) => unescaped(value).trim())
      .join("\n"),
  ];
}

function linesOf(card: string): Line[] {
  const lines: Line[] = [];
  for (const written of unfolded(card)) {
    const at = colonIn(written);
    if (at < 1) continue;
    const [head = "", ...parameters] = written.slice(0, at).split(";");
    const name = head
      .slice(head.lastIndexOf(".") + 1)
      .trim()
      .toLowerCase();
    const said = parameters.map((each) => each.split("=") as [string, string?]);
    const types = said.flatMap(([key, value]) =>
      value === undefined ? [key] : key.trim().toLowerCase() === "type" ? value.split(",") : [],
    );
    const is = (word: string) => parameters.some((each) => each.trim().toLowerCase().endsWith(word));
    if (is("base64") || is("encoding=b")) continue;
    const charset = said.find(([key]) => key.trim().toLowerCase() === "charset")?.[1];
    const value = written.slice(at + 1);
    lines.push({
      name,
      types: [
        ...types.map((type) => type.trim().replaceAll('"', "").toLowerCase()),
        ...(said.some(([key]) => key.trim().toLowerCase() === "pref") ? ["pref"] : []),
      ],
      value: is("quoted-printable") ? fromQuotedPrintable(value, charset) : value,
    });
  }
  return lines;
}

/** Version 2.1 goes on after "=" at the end of a quoted-printable line, the others with a blank at the beginning of the next. */
function unfolded(card: string): string[] {
  const lines: string[] = [];
  let soft = false;
  for (const line of card.split(/\r\n|\r|\n/)) {
    const last = lines.length - 1;
    if (soft) lines[last] = `${lines[last]?.slice(0, -1)}${line}`;
    else if (/^[ \t]/.test(line) && last >= 0) lines[last] += line.slice(1);
    else lines.push(line);
    const whole = lines.at(-1) ?? "";
    soft = whole.endsWith("=") && /^[^:]*quoted-printable/i.test(whole);
  }
  return lines;
}

/** Where the value begins: not at a colon within quotation marks. */
function colonIn(line: string): number {
  let quoted = false;
  for (let at = 0; at < line.length; at++) {
    if (line[at] === '"') quoted = !quoted;
    else if (line[at] === ":" && !quoted) return at;
  }
  return line.indexOf(":");
}

/** In the letters it names, else as UTF-8, else as Windows wrote them. */
function fromQuotedPrintable(text: string, charset?: string): string {
  const bytes = text.replaceAll(/=([0-9A-F]{2})|([^\0-\x7f])|[^]/gi, (whole, hex?: string, wide?: string) => {
    if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16));
    return wide === undefined ? whole : String.fromCharCode(...new TextEncoder().encode(wide));
  });
  const raw = Uint8Array.from(bytes, (letter) => letter.charCodeAt(0));
  for (const name of [charset?.trim().replaceAll('"', "") ?? "", "utf-8", "windows-1252"]) {
    try {
      return new TextDecoder(name, { fatal: true }).decode(raw).replaceAll(/\r\n?/g, "\n");
    } catch {
      // Other letters, or none that are known.
    }
  }
  return text;
}

/** The parts of a value, each without its marks. */
function partsOf(value: string): string[] {
  const parts = value.match(/(?:\\[^]|[^;\\]|\\$)+|(?<=^|;)(?=;|$)/g) ?? [];
  return parts.map((part) => unescaped(part).trim());
}

function unescaped(value: string): string {
  return value.replaceAll(/\\([nN\\;,:"])/g, (_, mark: string) => (/n/i.test(mark) ? "\n" : mark));
}

function preferredFirst(lines: readonly Line[]): Line[] {
  return lines.toSorted((a, b) => Number(b.types.includes("pref")) - Number(a.types.includes("pref")));
}

function several(lines: readonly Line[], without = /^mailto:/i): string {
  return lines
    .map(({ value }) => unescaped(value).trim().replace(without, "").replaceAll(";", " "))
    .join("; ");
}

/** Whether a text is an address book of cards (.vcf). */
export function isCards(head: string): boolean {
  return /^\uFEFF?\s*BEGIN:VCARD/i.test(head);
}
