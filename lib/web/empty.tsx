import type { ReactNode } from "react";
import css from "./states.module.css";

/** Nothing here yet: one sentence that says what belongs here and why, and one button that begins it. */
export function Empty({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div className={css.state}>
      <p className={css.words}>{children}</p>
      {action}
    </div>
  );
}
