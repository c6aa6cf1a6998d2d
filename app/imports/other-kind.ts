import { isCards } from "./vcard.ts";

/** Beginnings of files that people bring for a CSV, and what to do about it. */
const KINDS: readonly { begins: readonly number[]; reason: string }[] = [
  {
    begins: [0x50, 0x4b, 0x03, 0x04],
    reason:
      "this is an Excel workbook or another packed file; open it, choose Save as, then CSV UTF-8, and bring that",
  },
  {
    begins: [0xd0, 0xcf, 0x11, 0xe0],
    reason: "this is an old Excel workbook; open it, choose Save as, then CSV UTF-8, and bring that",
  },
  { begins: [0x25, 0x50, 0x44, 0x46], reason: "this is a PDF; bring the table it was made from, as CSV" },
];
const TEXTS: readonly { begins: RegExp; reason: string }[] = [
  {
    begins: /^\uFEFF?\s*BEGIN:VCALENDAR/i,
    reason: "this is a calendar; bring it under Settings → Your calendar",
  },
  {
    // Two lines of a letter's head, one after the other: a column may well be called "From: old list".
    begins:
      /^\uFEFF?\s*(?:From [^\n]*\n)?(?:(?:return-path|received|delivered-to|from|to|cc|subject|date|message-id|mime-version|reply-to|content-type|x-[\w-]+):[^\n]*\n(?:[ \t]+[^\n]*\n)*){2}/i,
    reason:
      "this is a letter; send a copy of it to your own address here, which is under Settings → Mail that logs itself",
  },
];
const NO_CARD = "there is no card in this file: an address book (.vcf) begins with BEGIN:VCARD";
const NO_TEXT = "this file holds no text; bring a CSV file, as your CRM or address book exports it";

/** More of them than this, and it is no text: a stray one stands in many an export. */
const MOST_CONTROLS = 0.02;

/** Why these first bytes, and what they say when read as text, are not those of a CSV file or of cards; null when they may be. */
export function otherKind(bytes: Uint8Array, text: string, fileName: string): string | null {
  const known = KINDS.find(({ begins }) => begins.every((byte, at) => bytes[at] === byte));
  if (known) return known.reason;
  const other = TEXTS.find(({ begins }) => begins.test(text));
  if (other) return other.reason;
  if (/\.(?:vcf|vcard)$/i.test(fileName) && !isCards(text)) return NO_CARD;
  let controls = 0;
  for (let at = 0; at < text.length; at++) if (isControl(text.charCodeAt(at))) controls++;
  return controls > text.length * MOST_CONTROLS ? NO_TEXT : null;
}

/** Neither a blank nor the end of a line, nor the end of a file as DOS writes it. */
function isControl(code: number): boolean {
  return code < 0x20 && !(code >= 0x09 && code <= 0x0d) && code !== 0x1a;
}
