import css from "./states.module.css";

/** Finds what stands for content that has not come yet. */
export const LOADING = "[data-loading]";

/** Calm grey lines where the content will be. `lines` about as many as there will be. */
export function Loading({ lines = 4 }: { lines?: number }) {
  return (
    <div role="status" className={css.loading} data-loading>
      <span className="only-heard">Loading</span>
      {Array.from({ length: lines }, (_, line) => (
        <div key={line} className={css.bar} />
      ))}
    </div>
  );
}
