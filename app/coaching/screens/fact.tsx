import type { ReactNode } from "react";
import css from "./coaching.module.css";

/** One line of what is agreed on: its name, and what was said of it. */
export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={css.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
