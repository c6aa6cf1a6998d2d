import type { PracticeView } from "../best-practice-view.ts";

/** "31 of 120 asks brought an introduction". */
export function whatWorksHeading({ asks, introductions }: { asks: number; introductions: number }): string {
  if (asks === 0) return "Nobody asked in this half-year";
  return `${introductions.toLocaleString("en-GB")} of ${asks.toLocaleString("en-GB")} asks brought an introduction`;
}

/** Beside the same reps' other asks, as far as it can be told: how far is the 95 % interval of the difference. */
export function besideOthersText({ beside, rate }: Pick<PracticeView, "beside" | "rate">): string {
  if (rate.kind === "too-early") return "too early to compare";
  if (beside === null) return "not to be compared: no rep did both often enough";
  const [low, high] = [points(beside.low), points(beside.high)];
  if (beside.low > 0) return `${low} to ${high} points above their ${beside.others} others`;
  if (beside.high < 0) return `${-high} to ${-low} points below their ${beside.others} others`;
  return `no clear difference from their ${beside.others} others`;
}

/** "by one rep": then it may be the rep. */
export function membersText({ members }: Pick<PracticeView, "members">): string {
  return members === 1 ? "by one rep: it may be the rep" : `by ${members} reps`;
}

/** "Mia Sommer’s own", "the team’s: North", "everybody’s". */
export function ownerText(of: { memberName: string | null; teamName: string | null }): string {
  if (of.memberName !== null) return `${of.memberName}’s own`;
  return of.teamName === null ? "everybody’s" : `the team’s: ${of.teamName}`;
}

function points(share: number): number {
  return Math.round(share * 100);
}
