import type { CsvRecord } from "./csv-record.ts";
import type { CsvTable } from "./csv-table-reader.ts";
import { CARD_COLUMNS, cardCells } from "./vcard.ts";

// A card with a photograph has some hundred thousand characters; without an end it is none.
const LONGEST_CARD = 5_000_000;
const BATCH = 500;
const CUT_OFF = "this card is cut off: its END:VCARD is missing";

/** Cards as a table, a row each, read as they come. */
export function openCards(text: AsyncIterable<string>): CsvTable {
  const headers = [...CARD_COLUMNS];
  const batches = cardRows(text);
  return {
    separator: ",",
    headers,
    titles: headers,
    headerLine: 0,
    preamble: [],
    isBroughtBack: false,
    holdsCards: true,
    batches,
  };
}

async function* cardRows(text: AsyncIterable<string>): AsyncGenerator<CsvRecord[]> {
  let batch: CsvRecord[] = [];
  for await (const { card, line, isWhole } of cardsIn(text)) {
    const cells = cardCells(card);
    if (cells) batch.push(isWhole ? { line, cells } : { line, cells, raw: card, problem: CUT_OFF });
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

interface Card {
  card: string;
  /** On which it begins. */
  line: number;
  /** It has an end. */
  isWhole: boolean;
}

/** Each from its BEGIN to its END. What stands between them is passed over. */
async function* cardsIn(text: AsyncIterable<string>): AsyncGenerator<Card> {
  let held: string[] | null = null;
  let size = 0;
  let begins = 0;
  let at = 0;
  for await (const line of linesIn(text)) {
    at++;
    if (/^\uFEFF?BEGIN:VCARD\s*$/i.test(line)) {
      if (held && held.length > 0) yield { card: held.join("\n"), line: begins, isWhole: false };
      held = [];
      size = 0;
      begins = at;
    } else if (held && /^END:VCARD\s*$/i.test(line)) {
      yield { card: held.join("\n"), line: begins, isWhole: true };
      held = null;
    } else if (held) {
      size += line.length;
      if (size > LONGEST_CARD) held = null;
      else held.push(line);
    }
  }
  if (held && held.length > 0) yield { card: held.join("\n"), line: begins, isWhole: false };
}

async function* linesIn(text: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = "";
  for await (const piece of text) {
    const lines = (rest + piece).split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? "";
    if (rest.length > LONGEST_CARD) rest = "";
    yield* lines;
  }
  yield rest.replace(/\r$/, "");
}
