import type { ReactNode } from "react";
import css from "./funnel.module.css";

/** A number over what says how sure it is; opens the facts behind it. */
export function OriginNumber({
  children,
  label,
  below,
  onOpen,
}: {
  children: string;
  /** What it is of, for screen readers: "Cold call, deals won". */
  label: string;
  below?: ReactNode;
  onOpen: () => void;
}) {
  return (
    <span className={css.figure}>
      {children === "0" ? (
        <span>0</span>
      ) : (
        <button type="button" className={css.number} aria-label={`${label}: ${children}`} onClick={onOpen}>
          {children}
        </button>
      )}
      {below !== undefined && below !== null && <span className={css.doubt}>{below}</span>}
    </span>
  );
}
