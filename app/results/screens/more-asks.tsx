import { aWeek } from "./ahead-words.ts";
import step from "#lib/web/stepper.module.css";

const MOST = 5;

interface MoreAsksProps {
  more: number;
  /** Of one person. */
  alone: boolean;
  onChange: (more: number) => void;
}

/** "What if everybody asked two more a week." */
export function MoreAsks({ more, alone, onChange }: MoreAsksProps) {
  return (
    <div role="group" aria-label={`More asks ${aWeek(alone)}`}>
      <span className={step.stepper}>
        <button
          type="button"
          className={step.step}
          aria-label="One ask a week less"
          disabled={more === 0}
          onClick={() => onChange(more - 1)}
        >
          −
        </button>
        <output aria-live="polite">
          {more === 0
            ? "As many as now"
            : `${more} more ask${more === 1 ? "" : "s"} a week${alone ? "" : " each"}`}
        </output>
        <button
          type="button"
          className={step.step}
          aria-label="One more ask a week"
          disabled={more === MOST}
          onClick={() => onChange(more + 1)}
        >
          +
        </button>
      </span>
    </div>
  );
}
