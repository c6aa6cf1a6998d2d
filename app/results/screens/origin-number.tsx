import type { ReactNode } from "react";
import figures from "./figures.module.css";

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
    <span className={figures.figure}>
      {children === "0" ? (
        <span>0</span>
      ) : (
        <button
          type="button"
          className={figures.number}
          aria-label={`${label}: ${children}`}
          onClick={onOpen}
        >
          {children}
        </button>
      )}
      {below !== undefined && below !== null && <span className={figures.doubt}>{below}</span>}
    </span>
  );
}
