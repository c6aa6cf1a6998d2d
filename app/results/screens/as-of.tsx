import { Button } from "#lib/web/button.tsx";
import type { Me } from "#team/me-view.ts";
import { asOfText } from "./as-of-words.ts";
import css from "./results.module.css";

interface AsOfProps {
  /** Null: it was reckoned when the page was opened. */
  asOf: string | null | undefined;
  me: Me;
  /** What is asked instead is on its way. */
  reckoning: boolean;
  onNow: () => void;
}

/** Says that the night reckoned what is shown, and lets whoever cannot wait have it reckoned now. */
export function AsOf({ asOf, me, reckoning, onNow }: AsOfProps) {
  if (reckoning)
    return (
      <p className={css.asOf} role="status">
        Reckoning as of now. With so many facts it may take some seconds.
      </p>
    );
  if (asOf === null || asOf === undefined) return null;
  return (
    <p className={css.asOf}>
      <span>{asOfText(new Date(asOf), me.today, me.workspace.timeZone)}</span>
      <Button tone="quiet" onClick={onNow}>
        Reckon now
      </Button>
    </p>
  );
}
