import { capital, inWords } from "#lib/web/words.ts";
import type { PlanView } from "../plan-view.ts";
import { WHY_NOT_WORDS, type WhyLetGo } from "../why-not.ts";

export const WHY_LET_GO_WORDS: Record<WhyLetGo, string> = {
  ...WHY_NOT_WORDS,
  "deal-ended": "The deal ended",
};

/** The heading of a week: "Two to ask, one asked". */
export function weekHeading(plans: readonly Pick<PlanView, "state">[]): string {
  const toAsk = plans.filter(({ state }) => state === "planned").length;
  const asked = plans.filter(({ state }) => state === "asked").length;
  if (toAsk + asked === 0) return "Nobody is planned";
  if (toAsk === 0) return `${capital(inWords(asked))} asked, then you are done`;
  return `${capital(inWords(toAsk))} to ask, ${asked === 0 ? "none" : inWords(asked)} asked`;
}

/** One line for Today: "Planned: Ana, Ben – 1 asked". Null when nobody is planned. */
export function plannedLine(plans: readonly Pick<PlanView, "state" | "personName">[]): string | null {
  const open = plans.filter(({ state }) => state === "planned");
  const asked = plans.filter(({ state }) => state === "asked").length;
  if (open.length + asked === 0) return null;
  const first = open.slice(0, 3).map(({ personName }) => personName.split(" ")[0]);
  const more = open.length > 3 ? ` and ${open.length - 3} more` : "";
  const names = open.length === 0 ? "nobody left" : `${first.join(", ")}${more}`;
  return `Planned: ${names} – ${asked} asked`;
}
