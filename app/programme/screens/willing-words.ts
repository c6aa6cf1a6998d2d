import { capital, inWords } from "#lib/web/words.ts";
import type { WillingView } from "../willing-view.ts";

/** What the page says first: what clients name most, with of how many. */
export function willingHeading({ telling, unsorted, themes }: WillingView): string {
  const [most] = themes;
  if (most === undefined || most.words === 0 || telling === 0)
    return unsorted > 0 ? "What makes clients willing is not sorted yet" : "What makes clients willing";
  const level = themes.filter(({ words }) => words === most.words);
  const named =
    level.length > 2 ? `${level.length} themes` : level.map(({ name }) => `“${name}”`).join(" and ");
  return `${named} ${level.length === 1 ? "is" : "are"} named most: ${most.words} of ${telling} times`;
}

/** "Nine things said wait for a theme." */
export function waitingText(unsorted: number): string {
  if (unsorted === 0) return "Everything that was said is sorted.";
  return `${capital(inWords(unsorted))} ${unsorted === 1 ? "thing that was said waits" : "things that were said wait"} for a theme.`;
}
