import type { ImprovedView } from "../board-view.ts";

const DID = { asks: "asked", introductions: "received introductions" } as const;

/** As it goes on after a name. */
export function improvedText({
  board,
  than,
  atLeast,
}: Pick<ImprovedView, "board" | "than" | "atLeast">): string {
  if (than === "too-early") return `${DID[board]}: too early to compare`;
  if (than === "fewer") return `${DID[board]} less often than before`;
  if (than !== "more") return `${DID[board]} about as often as before, as far as chance goes`;
  if (atLeast === null) return `${DID[board]}, for the first time in months`;
  return `${DID[board]} more often than before: ${leastText(atLeast)}`;
}

/** "16 in 20 days there, 12 in 65 days there before." */
export function besideText({ recent, before }: Pick<ImprovedView, "recent" | "before">): string {
  return `${recent.count} in ${recent.workdays} days there, ${before.count} in ${before.workdays} days there before.`;
}

/** Rounded down: so much it is at least. */
function leastText(times: number): string {
  if (times < 2) return `at least ${Math.max(1, Math.floor((times - 1) * 100))} % more`;
  return `at least ${(Math.floor(times * 10) / 10).toLocaleString("en-GB")} times as often`;
}
