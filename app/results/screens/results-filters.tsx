import { useState } from "react";
import type { Day } from "#lib/kernel/days.ts";
import { dayText } from "#lib/kernel/day-words.ts";
import { ChoiceField, DayField } from "#lib/web/field.tsx";
import { day, oneOf, text } from "#lib/web/filters.ts";
import { useFilters } from "#lib/web/go.tsx";
import type { Me } from "#team/me-view.ts";
import { nameKnown, opensOn, whoseIn } from "#scorecard/screens/whose.ts";
import { STRETCHES, stretchNamed, wholeWeeks, type Stretch, type StretchName } from "../stretch.ts";
import { OfWhom } from "./of-whom.tsx";
import css from "./results.module.css";

/** `of`: as on the scorecard; "" is what one answers for. `from` and `to` hold where the weeks are "own". */
export const resultsFilters = { of: text(), weeks: oneOf(...STRETCHES, "own"), from: day(), to: day() };

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
  /** As it was said; what counts are the whole weeks that hold it. */
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
            hint="Whole weeks count."
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

/**
 * "North, from 1 December 2025 to 23 November": what is shown, which without a connection stays what was asked for before; until
 * anything is, the weeks that will count.
 */
export function aboutText(
  shown: { name: string; stretch: Stretch } | undefined,
  { of, stretch }: Pick<ResultsAsked, "of" | "stretch">,
  me: Me,
): string {
  const { calendar } = me.workspace;
  const { from, to } = shown?.stretch ?? wholeWeeks(stretch, calendar);
  const who = shown?.name ?? nameKnown(of, me);
  return from === stretchNamed("all", me.today, calendar).from
    ? `${who}, since it began`
    : `${who}, from ${dayText(from, me.today)} to ${dayText(to, me.today)}`;
}
