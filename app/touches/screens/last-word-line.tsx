import { useRead } from "#lib/web/queries.ts";
import { useMe } from "#team/screens/use-me.ts";
import type { LastWordView } from "../touch-view.ts";
import { daysAgo } from "./touch-words.ts";
import css from "./touches.module.css";

/** In a list of people: when they last heard from us. Read only for the rows that are shown, many in one request. */
export function LastWordLine({ id }: { id: string }) {
  const me = useMe();
  const last = useRead<LastWordView>(`/people/${id}/last-word`).data;
  if (me === undefined || last === undefined) return null;
  if (last.day === null) return <span className={css.soft}>never</span>;
  return (
    <span title={[last.kindName, last.memberName].filter(Boolean).join(", ")}>
      {daysAgo(last.day, me.today)}
    </span>
  );
}
