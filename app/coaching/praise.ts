import { cleanText } from "#lib/kernel/text.ts";

export const LONGEST_PRAISE = 300;

/** Lines of the journal that somebody can be praised for: what a person did, not what was tidied up. */
const PRAISED = new Set([
  "ask.made",
  "ask.continued",
  "seed.planted",
  "referral.received",
  "referral.introduced",
  "referral.level-changed",
  "meeting.scheduled",
  "meeting.held",
  "deal.won",
  "deal.won-by-referral",
  "source.told",
  "source.thanked",
  "given.made",
  "given.introduced",
  "touch.made",
  "right.earned",
  "review.held",
  "practice.held",
  "week.told",
  "promise.told",
]);

/** As much of a line of the journal as praise is decided by. */
export interface PraisedLine {
  verb: string;
  byId: string | null;
  memberId: string | null;
  undoes: string | null;
  undone: boolean;
  detail: Record<string, unknown>;
}

/** Whose deed a line tells of: of whom it counts for, else of whoever wrote it. */
export function doerOf({ memberId, byId }: Pick<PraisedLine, "memberId" | "byId">): string | null {
  return memberId ?? byId;
}

/** Something that a person did and that stands. */
export function isPraised(line: PraisedLine): boolean {
  if (line.verb === "promise.told" && line.detail["how"] !== "kept") return false;
  return PRAISED.has(line.verb) && line.undoes === null && !line.undone && doerOf(line) !== null;
}

/** Throws Problem invalid. */
export function cleanPraise(words: string | null | undefined): string | null {
  return cleanText(words, LONGEST_PRAISE, "words");
}
