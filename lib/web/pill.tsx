import type { ReactNode } from "react";
import css from "./pill.module.css";

export type Tone = "plain" | "good" | "due" | "late" | "quiet";

/** A word or three about a state. The word carries the meaning, the tone only helps. quiet: nothing yet, dashed. */
export function Pill({ tone = "plain", children }: { tone?: Tone; children: ReactNode }) {
  return <span className={`${css.pill} ${css[tone]}`}>{children}</span>;
}

/** A small action in a row of a table: looks like a pill, is as large to the finger as any button. */
export function PillButton({
  children,
  label,
  onClick,
}: {
  children: ReactNode;
  label?: string;
  onClick: () => void;
}) {
  return (
    <button type="button" className={css.target} aria-label={label} onClick={onClick}>
      <span className={`${css.pill} ${css.good}`}>{children}</span>
    </button>
  );
}
