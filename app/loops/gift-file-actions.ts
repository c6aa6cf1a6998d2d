import { CSV_MARK, csvLine } from "#lib/http/csv-out.ts";
import { minorDigits } from "#lib/kernel/money.ts";
import type { Tx } from "#lib/storage/database.ts";
import { giftStateOf } from "./gift.ts";
import { listGifts, type GiftFilter, type GiftRow } from "./gift-reader.ts";

const HEAD = [
  "day",
  "to",
  "to id",
  "account",
  "what",
  "amount",
  "currency",
  "given by",
  "for the introduction to",
  "words",
  "state",
  "given on",
  "decided by",
  "refused because",
  "written down by",
];
const AT_ONCE = 500;

/** The register as a file for a spreadsheet: as many lines as there are, the latest first. */
export async function giftFile(tx: Tx, filter: GiftFilter): Promise<string> {
  const lines = [CSV_MARK + csvLine(HEAD)];
  let cursor: string | undefined;
  do {
    const page = await listGifts(tx, filter, cursor, AT_ONCE);
    lines.push(...page.items.map((gift) => csvLine(cellsOf(gift))));
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return lines.join("");
}

function cellsOf(gift: GiftRow): string[] {
  const digits = minorDigits(gift.currency);
  return [
    gift.day,
    gift.personName,
    gift.personId,
    gift.accountName ?? "",
    gift.what,
    (gift.minor / 10 ** digits).toFixed(digits),
    gift.currency,
    gift.memberName,
    gift.contactName ?? "",
    gift.words ?? "",
    giftStateOf(gift),
    gift.givenOn ?? "",
    gift.approvedByName ?? gift.refusedByName ?? "",
    gift.refusedWhy ?? "",
    gift.byName,
  ];
}
