import type { Page } from "#lib/kernel/page.ts";
import { weekOf } from "#lib/kernel/weeks.ts";
import { useRead } from "#lib/web/queries.ts";
import type { Me } from "#team/me-routes.ts";
import type { AskLine } from "../ask-view.ts";
import { askText } from "./ask-words.ts";
import css from "./last-asked.module.css";

/** When this person was last asked, by whom, and what they said: before they are asked again. */
export function LastAsked({ sourceId, me }: { sourceId: string; me: Me }) {
  const asks = useRead<Page<AskLine>>("/asks", { source: sourceId, limit: 1 });
  const last = asks.data?.items[0];
  if (asks.problem)
    return <p className={css.note}>Who asked before cannot be seen just now. You can still log this.</p>;
  if (asks.data === undefined) return <p className={css.note}>…</p>;
  if (last === undefined) return <p className={css.note}>Nobody has asked them before.</p>;
  const mine = last.memberId === me.member.id;
  const thisWeek = last.day >= weekOf(me.today, me.workspace.calendar.firstDay);
  return (
    <p className={mine ? css.note : css.warning}>
      {mine ? "You asked" : `${last.memberName} asked`} {askText(last, me.today)}.
      {mine && thisWeek && " This adds to that ask."}
    </p>
  );
}
