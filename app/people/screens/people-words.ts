import type { Day } from "#lib/kernel/days.ts";

/** "since May 2019", "April 1998 to January 2001", "until 2020". */
export function spanText(stay: { fromDay: Day | null; untilDay: Day | null; current: boolean }): string {
  const from = stay.fromDay && monthText(stay.fromDay);
  const until = stay.untilDay && monthText(stay.untilDay);
  if (stay.current) return from ? `now, since ${from}` : "now";
  if (from && until) return from === until ? from : `${from} to ${until}`;
  if (until) return `until ${until}`;
  return from ? `since ${from}, as another record says` : "as another record says";
}

/** "legitimate-interest" and its kind, in words for a reader. */
export const BASIS_WORDS: Record<string, string> = {
  "legitimate-interest": "a business contact (legitimate interest)",
  introduced: "introduced by somebody who knows them",
  contract: "a contract with them",
  consent: "their consent",
};

export const CAME_FROM_WORDS: Record<string, string> = {
  typed: "Written down by hand",
  import: "From a file",
  api: "Through the API",
  referral: "Named in an introduction",
  mail: "Named in an e-mail",
  demo: "Part of the demo story",
};

function monthText(day: Day): string {
  return new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" }).format(
    new Date(`${day}T00:00:00Z`),
  );
}
