import { invalid } from "#lib/kernel/problem.ts";

/** Beginnings of files that people bring for a calendar, and what to do about it. */
const KINDS: readonly { begins: string; reason: string }[] = [
  {
    begins: "PK\u0003\u0004",
    reason: "this is a packed file or a workbook; unpack it, and bring the .ics file in it",
  },
  { begins: "%PDF", reason: "this is a PDF; bring the calendar it was made from, as an .ics file" },
  {
    begins: "BEGIN:VCARD",
    reason: "these are contacts, not days; bring them where people come in, and a calendar (.ics) here",
  },
  {
    begins: "<",
    reason: "this is a web page; take the link that says .ics or iCal there, and bring that file",
  },
];

/** The text of the file, which may be UTF-8 or older. Throws Problem invalid for what is no calendar, saying what it is. */
export function calendarText(bytes: Uint8Array): string {
  const text = textOf(bytes).replace(/^\uFEFF/, "");
  if (text.trim() === "") throw invalid("this file is empty; export the calendar once more", "file");
  const begins = text.trimStart().slice(0, 20).toUpperCase();
  const known = KINDS.find((each) => begins.startsWith(each.begins));
  if (known) throw invalid(known.reason, "file");
  if (!begins.startsWith("BEGIN:VCALENDAR"))
    throw invalid("this is no calendar file; bring one that ends in .ics, as calendars export it", "file");
  return text;
}

function textOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
