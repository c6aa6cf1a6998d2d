import { useState } from "react";
import type { Day } from "#lib/kernel/days.ts";
import { dayText } from "#lib/kernel/day-words.ts";
import { ChoiceField, DayField } from "#lib/web/field.tsx";
import { day, oneOf, text } from "#lib/web/filters.ts";
import { useFilters } from "#lib/web/go.tsx";
import type { Me } from "#team/me-view.ts";
import { opensOn, whoseIn } from "#scorecard/screens/whose.ts";
import { STRETCHES, stretchNamed, type Stretch, type StretchName } from "../stretch.ts";
import { OfWhom } from "./of-whom.tsx";
import css from "./results.module.css";

/** `of`: as on the scorecard; "" is what one answers for. `from` and `to` hold where the weeks are "own". */
const resultsFilters = { of: text(), weeks: oneOf(...STRETCHES, "own"), from: day(), to: day() };

const NAMES: Record<StretchName | "own", string> = {
  "twelve-months": "The last twelve months",
  year: "This year",
  quarter: "This quarter",
  month: "This month",
  all: "All there is",
  own: "From … to …",
};

export interface ResultsAsked {
  of: string;
  weeks: StretchName | "own";
  stretch: Stretch;
  /** What the server is asked for. */
  query: { from: Day; to: Day; member?: string; team?: string };
  /** The same of what the night may have reckoned: as of now, once that was wanted. */
  answer: ResultsAsked["query"] & { now?: "true" };
  reckonNow: () => void;
  set: (changes: { of?: string; weeks?: StretchName | "own"; from?: Day; to?: Day }) => void;
}

/** Whose results of which weeks, as they stand in the address. */
export function useResultsAsked(me: Me): ResultsAsked {
  const [filters, set] = useFilters(resultsFilters);
  const [isNow, setIsNow] = useState(false);
  const of = filters.of || opensOn(me);
  const usual = stretchNamed(
    filters.weeks === "own" ? "twelve-months" : filters.weeks,
    me.today,
    me.workspace.calendar,
  );
  const stretch =
    filters.weeks === "own" ? { from: filters.from ?? usual.from, to: filters.to ?? me.today } : usual;
  const query = { ...stretch, ...whoseIn(of, me) };
  const answer = isNow ? { ...query, now: "true" as const } : query;
  return { of, weeks: filters.weeks, stretch, query, answer, reckonNow: () => setIsNow(true), set };
}

/** Below the heading of each page of results; not on paper, where `aboutText` says the same. */
export function ResultsFilters({
  me,
  asked,
  name,
}: {
  me: Me;
  asked: ResultsAsked;
  name: string | undefined;
}) {
  const { of, weeks, stretch, set } = asked;
  return (
    <div className={css.filters}>
      <OfWhom me={me} of={of} name={name} onChange={(one) => set({ of: one })} />
      <ChoiceField
        label="Weeks"
        name="weeks"
        value={weeks}
        options={[...STRETCHES, "own" as const].map((value) => ({ value, label: NAMES[value] }))}
        onChange={(chosen) => set({ weeks: chosen, ...(chosen === "own" ? stretch : {}) })}
      />
      {weeks === "own" && (
        <>
          <DayField
            label="From"
            name="from"
            value={stretch.from}
            onChange={(from) => from && set({ from })}
          />
          <DayField label="To" name="to" value={stretch.to} onChange={(to) => to && set({ to })} />
        </>
      )}
    </div>
  );
}

/** "North, from 1 December 2025 to 22 November" */
export function aboutText(
  name: string,
  { from, to }: Stretch,
  weeks: StretchName | "own",
  today: Day,
): string {
  return weeks === "all"
    ? `${name}, since it began`
    : `${name}, from ${dayText(from, today)} to ${dayText(to, today)}`;
}
