import type { ReactNode } from "react";
import css from "./pill.module.css";

export type Tone = "plain" | "good" | "due" | "late" | "quiet";

/** A word or three about a state. The word carries the meaning, the tone only helps. quiet: nothing yet, dashed. */
export function Pill({ tone = "plain", children }: { tone?: Tone; children: ReactNode }) {
  return <span className={`${css.pill} ${css[tone]}`}>{children}</span>;
}
