import css from "./funnel.module.css";

/** A number that opens to its facts; `label` says for screen readers what it is of. */
export function NumberButton({ said, label, onOpen }: { said: string; label: string; onOpen: () => void }) {
  return (
    <button type="button" className={css.number} aria-label={`${label}: ${said}`} onClick={onOpen}>
      {said}
    </button>
  );
}
