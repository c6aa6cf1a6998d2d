import { CSV_MARK, csvLine } from "#lib/http/csv-out.ts";
import type { Day } from "#lib/kernel/days.ts";
import { decodeCursorAs, encodeCursor, type Page } from "#lib/kernel/page.ts";
import { fold } from "#lib/kernel/fold.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { NewsletterRow } from "./letter-tables.ts";
import { readKnown, type Known } from "./recipient-reader.ts";
import {
  becauseText,
  judge,
  whyNotText,
  type Because,
  type Verdict,
  WHY_NOT,
  type WhyNot,
} from "./recipient.ts";

export interface Judged {
  known: Known;
  verdict: Verdict;
}

/** Everybody here, by name: who gets the letter as it is written now, and who not. Of several with one address the first gets it. */
export async function whoGetsIt(
  tx: Tx,
  letter: Pick<NewsletterRow, "memberId" | "groups" | "subscribers" | "whose">,
  today: Day,
  personIds?: readonly string[],
): Promise<Judged[]> {
  const all = await readKnown(tx, { today, writerId: letter.memberId }, personIds);
  const taken = new Set<string>();
  return all.map((known) => {
    const verdict = judge(known.candidate, letter);
    if (!verdict.gets || known.to === null) return { known, verdict };
    if (taken.has(known.to.key)) return { known, verdict: { gets: false, why: "same-address" } };
    taken.add(known.to.key);
    return { known, verdict };
  });
}

export interface Counted {
  gets: number;
  because: Partial<Record<Because, number>>;
  not: Partial<Record<WhyNot, number>>;
}

export function countJudged(all: readonly Judged[]): Counted {
  const counted: Counted = { gets: 0, because: {}, not: {} };
  for (const { verdict } of all)
    if (verdict.gets) {
      counted.gets += 1;
      counted.because[verdict.because] = (counted.because[verdict.because] ?? 0) + 1;
    } else counted.not[verdict.why] = (counted.not[verdict.why] ?? 0) + 1;
  return counted;
}

export interface WantedJudged {
  gets?: boolean | undefined;
  why?: WhyNot | undefined;
  q?: string | undefined;
}

/** A page of them: who gets it, then the others as WHY_NOT has them. */
export function pageOfJudged(
  all: readonly Judged[],
  { gets, why, q = "" }: WantedJudged,
  cursor: string | undefined,
  limit: number,
): Page<Judged> {
  const words = fold(q).split(" ").filter(Boolean);
  const order = ({ verdict }: Judged) => (verdict.gets ? -1 : WHY_NOT.indexOf(verdict.why));
  const fitting = all
    .toSorted((one, other) => order(one) - order(other))
    .filter(({ known, verdict }) => {
      if (gets !== undefined && verdict.gets !== gets) return false;
      if (why !== undefined && (verdict.gets || verdict.why !== why)) return false;
      const text = fold(`${known.fullName} ${known.accountName ?? ""} ${known.to?.address ?? ""}`);
      return words.every((word) => text.includes(word));
    });
  const [after = 0] = cursor === undefined ? [] : (decodeCursorAs(cursor, ["number"]) as number[]);
  const items = fitting.slice(after, after + limit);
  return { items, nextCursor: after + limit < fitting.length ? encodeCursor([after + limit]) : null };
}

/** Why they get it, or not, in words after their name. */
export function verdictText({ known, verdict }: Judged): string {
  const { law, rests, groups } = known.candidate;
  return verdict.gets ? becauseText(verdict.because, law) : whyNotText(verdict.why, { law, rests, groups });
}

/** Who gets it and who not as a file for a spreadsheet. */
export function fileOfJudged(all: readonly Judged[]): string {
  const head = csvLine(["name", "account", "address", "gets it", "why", "person id"]);
  const lines = all.map((each) =>
    csvLine([
      each.known.fullName,
      each.known.accountName ?? "",
      each.known.to?.address ?? "",
      each.verdict.gets ? "yes" : "no",
      verdictText(each),
      each.known.id,
    ]),
  );
  return [CSV_MARK + head, ...lines].join("");
}
