import figures from "./figures.module.css";

/** A number that opens to its facts; `label` says for screen readers what it is of. */
export function NumberButton({ said, label, onOpen }: { said: string; label: string; onOpen: () => void }) {
  return (
    <button type="button" className={figures.number} aria-label={`${label}: ${said}`} onClick={onOpen}>
      {said}
    </button>
  );
}
