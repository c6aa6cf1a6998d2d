import css from "./states.module.css";

/** Calm grey lines where the content will be. `lines` about as many as there will be. */
export function Loading({ lines = 4 }: { lines?: number }) {
  return (
    <div role="status" className={css.loading}>
      <span className="only-heard">Loading</span>
      {Array.from({ length: lines }, (_, line) => (
        <div key={line} className={css.bar} />
      ))}
    </div>
  );
}
