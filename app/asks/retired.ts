import type { Day } from "#lib/kernel/days.ts";

/** How something written for all to use ended: retired as of a day, or taken back as a mistake; null: it has not. */
export type Ending = { retiredOn: Day; by: string } | { takenBackAt: Date; by: string } | null;

/** The columns of an ending. */
export function endedAs(ending: Ending) {
  const retired = ending !== null && "retiredOn" in ending ? ending : null;
  const taken = ending !== null && "takenBackAt" in ending ? ending : null;
  return {
    retired_on: retired?.retiredOn ?? null,
    retired_by: retired?.by ?? null,
    taken_back_at: taken?.takenBackAt ?? null,
    taken_back_by: taken?.by ?? null,
  };
}
