import { dayText } from "#lib/kernel/day-words.ts";
import type { Day } from "#lib/kernel/days.ts";
import type { SharedPageView } from "../page-view.ts";
import type { PageAnswer } from "../shared-page.ts";

/** "said on their page: not now, until 18 December", without who. */
export function saidText(
  said: { answer: PageAnswer; untilDay: string | null; name: string | null },
  today: Day,
): string {
  const { answer, untilDay, name } = said;
  if (answer === "introduced") return `I have introduced you to ${name ?? "somebody"}`;
  if (answer === "agreed") return `${name ?? "Somebody"} said yes and wants to be put in touch`;
  if (answer === "not-now") return `Not now; ask again on ${dayText(untilDay ?? today, today)}`;
  return answer === "not-them" ? "Not this person" : "Please do not ask me again";
}

/** How long it opens, and what happened on it. */
export function stateText(page: SharedPageView, today: Day): string {
  const until = dayText(page.untilDay, today);
  if (page.state === "withdrawn") return "Withdrawn: its link opens nothing.";
  if (page.state === "expired") return `It ran out on ${until}.`;
  const asking =
    page.asking === 0
      ? ""
      : page.asking === 1
        ? " They ask one person first."
        : ` They ask ${page.asking} people first.`;
  const quiet = page.said.length === 0 ? " Nothing was said on it yet." : "";
  return `Opens until ${until}.${asking}${quiet}`;
}
