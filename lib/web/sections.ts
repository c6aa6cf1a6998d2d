import type { ComponentType } from "react";

/**
 * A part that a higher room shows on a lower room's page: a person's asks, an account's deals. A room lists its own in
 * `app/<room>/screens/<room>-sections.tsx`; web.tsx puts the lists together; the page draws those meant for it.
 */
export interface SectionEntry {
  /** The page it stands on, by the page's noun: "person", "account"; "person first" is right below the name, "person waits" above that, "referral answer" on the card of one that waits, "before ask" where one is about to ask somebody, "blurb" beside the lines of an ask, "today first" before the first ask of the day, "today last" below the day's card and "today end" before its last line, "person line" in a list of people, "timeline" beside the heading of what happened with anything, "fact" beside a line of the journal that a colleague's number counts, "programme first" above a leader's answers, "my account" among what concerns oneself. */
  on: string;
  /** Fetched when the page is first opened. `id` is whose page it is. The part brings its own heading and empty state. */
  load: () => Promise<ComponentType<{ id: string }>>;
}
