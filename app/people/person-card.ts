export const CARD_VERSIONS = ["3.0", "4.0"] as const;
export type CardVersion = (typeof CARD_VERSIONS)[number];

/** What of somebody goes into an address book; notes are ours. */
export interface Carded {
  id: string;
  fullName: string;
  givenName: string | null;
  familyName: string | null;
  title: string | null;
  accountName: string | null;
  emails: readonly string[];
  phones: readonly string[];
  linkedinUrl: string | null;
  city: string | null;
  country: string | null;
}

/** A person as a vCard (RFC 2426 or RFC 6350), to be read by address books; its lines end in CRLF and are folded at 75 bytes. */
export function writeCard(person: Carded, version: CardVersion): string {
  const { fullName, givenName, familyName, title, accountName, linkedinUrl, city, country } = person;
  const isFour = version === "4.0";
  const name = givenName || familyName ? [familyName ?? "", givenName ?? ""] : [fullName, ""];
  const lines = [
    "BEGIN:VCARD",
    `VERSION:${version}`,
    `UID:urn:uuid:${person.id}`,
    `FN:${escaped(fullName)}`,
    `N:${name.map(escaped).join(";")};;;`,
    ...person.emails.map((email) => `EMAIL${isFour ? "" : ";TYPE=INTERNET"}:${escaped(email)}`),
    ...person.phones.map((phone) => `TEL;TYPE=${isFour ? "voice" : "VOICE"}:${escaped(phone)}`),
    ...(accountName ? [`ORG:${escaped(accountName)}`] : []),
    ...(title ? [`TITLE:${escaped(title)}`] : []),
    ...(city || country ? [`ADR:;;;${escaped(city ?? "")};;;${escaped(country ?? "")}`] : []),
    ...(linkedinUrl ? [`URL:${linkedinUrl.replaceAll(/\s/g, "")}`] : []),
    "END:VCARD",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

function escaped(text: string): string {
  return text
    .replaceAll(/\r\n?/g, "\n")
    .replaceAll(/(?!\n)\p{Cc}/gu, "")
    .replaceAll(/[\\;,]/g, (mark) => `\\${mark}`)
    .replaceAll("\n", "\\n");
}

const MOST_BYTES = 75;

/** Goes on with a blank on the next line, and never within a letter. */
function folded(line: string): string {
  const lines: string[] = [];
  let held = "";
  let bytes = 0;
  for (const letter of line) {
    const size = bytesOf(letter);
    if (bytes + size > MOST_BYTES) {
      lines.push(held);
      held = " ";
      bytes = 1;
    }
    held += letter;
    bytes += size;
  }
  return [...lines, held].join("\r\n");
}

/** In UTF-8. */
function bytesOf(letter: string): number {
  const code = letter.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_0000 ? 3 : 4;
}
