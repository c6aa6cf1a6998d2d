import { weekOf } from "#lib/kernel/weeks.ts";
import type { Me } from "#team/me-view.ts";
import { Go } from "#lib/web/go.tsx";
import { usePlans } from "./use-waiting.ts";
import { plannedLine } from "./waiting-words.ts";
import css from "./waiting.module.css";

/** On Today: who is planned this week, in one line that opens the week. */
export function PlannedLine({ me }: { me: Me }) {
  const plans = usePlans(me.member.id, { week: weekOf(me.today, me.workspace.calendar.firstDay) }).data;
  if (plans === undefined) return null;
  return (
    <p className={css.today}>
      <Go to="/asks/week">{plannedLine(plans.items) ?? "Whom will you ask this week?"}</Go>
    </p>
  );
}
