import { Pill } from "#lib/web/pill.tsx";
import type { DealView } from "../deal-view.ts";
import { OUTCOME_TONES } from "./deal-words.ts";

/** Open, won or lost; an open one says its stage, where it has one. */
export function DealPill({ deal }: { deal: Pick<DealView, "outcome" | "stage"> }) {
  const { outcome, stage } = deal;
  return <Pill tone={OUTCOME_TONES[outcome]}>{outcome === "open" ? (stage ?? "open") : outcome}</Pill>;
}
