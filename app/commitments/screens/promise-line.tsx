import type { ReactNode } from "react";
import { Go } from "#lib/web/go.tsx";
import { promiseParts, STATE_WORDS, WHY_MISSED_WORDS } from "../promise-words.ts";
import type { PromiseState } from "../promise.ts";
import type { LineView, PromiseView } from "../week-view.ts";
import css from "./week.module.css";

const MARKS: Record<PromiseState, string> = { kept: "✓", missed: "×", away: "–", gone: "–", open: "○" };

/** What is promised, with whoever it is about as a link; while one writes there is none to leave by. */
export function PromiseText({ line, linked = true }: { line: LineView; linked?: boolean }) {
  const { before, name, after } = promiseParts(line);
  const personId = line.kind === "ask" ? line.personId : (line.duty?.sourceId ?? null);
  const where = line.kind === "ask" ? line.accountName : null;
  return (
    <>
      {before}
      {name !== null && (personId === null || !linked ? name : <Go to={`/people/${personId}`}>{name}</Go>)}
      {after}
      {where !== null && <span className={css.soft}> · {where}</span>}
    </>
  );
}

/** A promise with what became of it; `children` is what can be said of it. */
export function PromiseLine({ promise, children }: { promise: PromiseView; children?: ReactNode }) {
  const { state, progress, told } = promise;
  const further = [
    progress === null || state === "kept" ? null : `${progress.done} of ${progress.of}`,
    state === "missed" && told?.why != null ? WHY_MISSED_WORDS[told.why].toLowerCase() : null,
    state !== "kept" && told?.next === "carried" ? "carried over" : null,
    state !== "kept" && told?.next === "let-go" ? "let go" : null,
  ].filter((each) => each !== null);
  return (
    <li className={css.promise}>
      <span className={`${css.mark} ${css[state]}`} aria-hidden="true">
        {MARKS[state]}
      </span>
      <div className={css.said}>
        <p className={css.what}>
          <PromiseText line={promise} linked={state !== "gone"} />
        </p>
        <p className={css.soft}>{[STATE_WORDS[state], ...further].join(" · ")}</p>
        {children}
      </div>
    </li>
  );
}
