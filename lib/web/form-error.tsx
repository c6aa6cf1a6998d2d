import type { Refusal } from "./form.tsx";
import css from "./form.module.css";

/** Why it was refused, said aloud by screen readers. Nothing when there is no problem. */
export function FormError({ problem }: { problem: Refusal | null }) {
  if (problem === null) return null;
  return (
    <p role="alert" className={css.error}>
      {problem.reason}
    </p>
  );
}
