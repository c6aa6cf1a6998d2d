import type { ApiProblem } from "./api.ts";
import { Button } from "./button.tsx";
import { capital } from "./words.ts";
import css from "./states.module.css";

/** The same question has the same answer. */
const NO_HELP: ReadonlySet<string> = new Set(["not-found", "not-allowed", "invalid"]);

/** A read that failed: what happened, what to do, and a way to try again where that may help. */
export function Trouble({ problem, again }: { problem: ApiProblem; again?: () => void }) {
  const mayHelp = !NO_HELP.has(problem.kind);
  return (
    <div role="alert" className={css.state}>
      <p className={css.words}>{capital(problem.reason)}</p>
      {again !== undefined && mayHelp && <Button onClick={again}>Try again</Button>}
    </div>
  );
}
