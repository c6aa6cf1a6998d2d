import { dayText } from "#lib/kernel/day-words.ts";
import { dayIn, timeOfDayIn } from "#lib/kernel/days.ts";
import type { Me } from "#team/me-view.ts";

/** "To be looked at by 20 November, 11:00." */
export function lookDueText(at: string, late: boolean, me: Pick<Me, "today" | "workspace">): string {
  const due = new Date(at);
  const { timeZone } = me.workspace;
  const when = `${dayText(dayIn(due, timeZone), me.today)}, ${timeOfDayIn(due, timeZone)}`;
  return late ? `Late: it was to be looked at by ${when}.` : `To be looked at by ${when}.`;
}
