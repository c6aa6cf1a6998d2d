import type { Rate } from "#lib/kernel/rates.ts";
import { likelyText, share } from "./funnel-words.ts";
import figures from "./figures.module.css";

/** "31 of 120" over its interval; opens the facts behind it. */
export function FunnelNumber({
  of,
  label,
  young,
  onOpen,
}: {
  of: { came: number; tried: number; rate: Rate };
  /** What it is of, for screen readers. */
  label: string;
  young?: string | null;
  onOpen: () => void;
}) {
  if (of.tried === 0) return <span className={figures.doubt}>none</span>;
  return (
    <span className={figures.figure}>
      <button type="button" className={figures.number} aria-label={`${label}: ${share(of)}`} onClick={onOpen}>
        {share(of)}
      </button>
      <span className={of.rate.kind === "rate" ? `${figures.doubt} ${figures.range}` : figures.doubt}>
        {likelyText(of.rate)}
      </span>
      {young && <span className={figures.young}>{young}</span>}
    </span>
  );
}
