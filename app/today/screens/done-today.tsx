import { useRead } from "#lib/web/queries.ts";
import type { DoneView } from "../done-view.ts";
import { doneText } from "./done-words.ts";
import css from "./today-page.module.css";

/** The last line of the day: what was done. */
export function DoneToday() {
  const done = useRead<DoneView>("/done-today").data;
  const text = done && doneText(done.items);
  return text ? <p className={css.end}>{text}</p> : null;
}
