import { BY_REFERRAL, REPORTED_WORDS, type Reported } from "../origin.ts";
import type { OriginLineView, OriginsView } from "../origins-view.ts";
import type { OpenedOrigin } from "./origin-facts.tsx";
import type { ResultsAsked } from "./results-filters.tsx";

export interface AnswersProps {
  data: OriginsView;
  asked: ResultsAsked;
  open: (opened: OpenedOrigin) => void;
}

/** Of each of the four answers. */
export type AnswerProps = AnswersProps & { lines: readonly Line[] };

/** A line of the tables: an origin, all introductions, or everything. */
export interface Line extends OriginLineView {
  key: string;
  name: string;
  origins: readonly Reported[] | null;
}

export function linesOf({ items, introductions, all }: OriginsView): Line[] {
  const each = items.map((item) => ({
    ...item,
    key: item.origin,
    name: REPORTED_WORDS[item.origin],
    origins: [item.origin],
  }));
  return [
    ...each,
    { ...introductions, key: "introductions", name: "All introductions", origins: BY_REFERRAL },
    { ...all, key: "all", name: "All", origins: null },
  ];
}
