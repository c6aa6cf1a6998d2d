import type { ApiProblem } from "./api.ts";
import { Button } from "./button.tsx";
import css from "./states.module.css";

/** A read that failed: what happened, what to do, and a way to try again where that may help. */
export function Trouble({ problem, again }: { problem: ApiProblem; again?: () => void }) {
  const mayHelp = problem.kind !== "not-found" && problem.kind !== "not-allowed";
  return (
    <div role="alert" className={css.state}>
      <p className={css.words}>{problem.reason}</p>
      {again !== undefined && mayHelp && <Button onClick={again}>Try again</Button>}
    </div>
  );
}
