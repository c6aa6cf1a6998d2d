import step from "#lib/web/stepper.module.css";

const MOST = 5;

/** "What if everybody asked two more a week." */
export function MoreAsks({ more, onChange }: { more: number; onChange: (more: number) => void }) {
  return (
    <div role="group" aria-label="More asks a week from everybody">
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
          {more === 0 ? "As they ask now" : `${more} more ask${more === 1 ? "" : "s"} a week each`}
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
