import { isEmailAddress } from "#lib/kernel/email-address.ts";
import { linkedinKey } from "#people/person-key.ts";
import { salesforceId } from "./formats/salesforce-id.ts";
import type { Owner } from "./records.ts";

/** A cell without the marks and blanks around it; empty for what programs write for nothing. */
export function tidy(cell: string): string {
  const text = cell
    .replace(/[^\P{Cc}\t\r\n]|[\u200B\uFEFF]/gu, "")
    .replace(/\r\n?/g, "\n")
    .replace(/\u00A0/g, " ")
    .trim();
  return /^(?:#n\/a|null|\(null\)|nan|undefined|\(blank\)|--none--)$/i.test(text) ? "" : text;
}

/** The addresses in a cell, in lower case, and the parts that are none. */
export function readEmails(cell: string): { emails: string[]; refused: string[] } {
  const emails: string[] = [];
  const refused: string[] = [];
  for (const part of partsOf(cell)) {
    const inBrackets = /<([^<>]+)>/.exec(part)?.[1] ?? part;
    const address = inBrackets
      .replace(/^(?:mailto|smtp):/i, "")
      .trim()
      .toLowerCase();
    (isEmailAddress(address) ? emails : refused).push(isEmailAddress(address) ? address : part);
  }
  return { emails, refused };
}

/** The numbers in a cell as they are written, and the parts that are none. */
export function readPhones(cell: string): { phones: string[]; refused: string[] } {
  const phones: string[] = [];
  const refused: string[] = [];
  for (const part of partsOf(cell)) {
    // Not what a spreadsheet has shortened to 4.93E+11.
    const isNumber = part.replace(/\D/g, "").length >= 5 && part.length <= 40 && !/\dE\+\d/i.test(part);
    (isNumber ? phones : refused).push(part);
  }
  return { phones, refused };
}

/** A web address with its scheme, or null; only http and https. */
export function readWebsite(cell: string): string | null {
  const text = cell.split(/[\s,;]+/)[0] ?? "";
  const address = /^[a-z][a-z0-9+.-]*:/i.test(text) && !/^[^/:]+:\d+/.test(text) ? text : `https://${text}`;
  if (!/^https?:\/\/[^/\s@]+\.[^/\s@]{2,}/i.test(address) || !URL.canParse(address)) return null;
  return address;
}

/** "https://www.linkedin.com/in/ann-lee", or null for any other address. */
export function readLinkedin(cell: string): string | null {
  const page = linkedinKey(cell);
  return page === null ? null : `https://www.linkedin.com/${page}`;
}

/** The first of several ids; null for one that a spreadsheet has shortened to 1.23E+11. */
export function readId(cell: string, system: string): string | null {
  const id = cell.split(/[;,]/)[0]!.trim();
  if (id === "" || /^\d[.,]?\d*E\+\d+$/i.test(id)) return null;
  return system === "salesforce" ? salesforceId(id) : id;
}

/** A whole number such as 1,250; null for anything else, ranges included. */
export function readCount(cell: string): number | null {
  const digits = cell.replace(/[.,]0{1,2}$/, "").replace(/[.,'\s]/g, "");
  const count = /^\d+$/.test(digits) ? Number(digits) : Number.NaN;
  return Number.isSafeInteger(count) ? count : null;
}

/** "Ann Lee", "ann@lee.example", "Ann Lee (ann@lee.example)". */
export function readOwner(cell: string): Owner | null {
  if (cell === "") return null;
  const address = /[^\s()<>]+@[^\s()<>]+/.exec(cell)?.[0] ?? "";
  const email = isEmailAddress(address) ? address.toLowerCase() : null;
  const name = email
    ? cell
        .replace(address, "")
        .replace(/[()<>]/g, "")
        .trim()
    : cell;
  return { name: name === "" ? null : name, email };
}

// Google parts several values by " ::: ", HubSpot by ";", Pipedrive by ",".
function partsOf(cell: string): string[] {
  return cell
    .split(/:::|[;,\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}
