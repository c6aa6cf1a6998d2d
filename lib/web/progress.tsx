import css from "./states.module.css";

interface ProgressProps {
  /** What is being done: "Reading people". */
  label: string;
  done: number;
  /** Unknown while undefined. */
  of?: number;
}

/** Long work: how far it has come, in words too. */
export function Progress({ label, done, of }: ProgressProps) {
  const share = of === undefined || of === 0 ? undefined : Math.min(1, done / of);
  const count =
    of === undefined ? done.toLocaleString() : `${done.toLocaleString()} of ${of.toLocaleString()}`;
  return (
    <div className={css.progress}>
      <span>{label}</span>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={share === undefined ? undefined : Math.floor(share * 100)}
        aria-valuetext={count}
        className={css.track}
      >
        <div
          className={`${css.done} ${share === undefined ? css.unknown : ""}`}
          style={share === undefined ? undefined : { width: `${share * 100}%` }}
        />
      </div>
      <span className={css.count}>{count}</span>
    </div>
  );
}
