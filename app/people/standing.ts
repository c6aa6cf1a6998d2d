import type { Day } from "#lib/kernel/days.ts";
import type { Author } from "./protection.ts";

/** How somebody was met. "meeting": a meeting in Askwell says so. */
export const MET_HOWS = ["meeting", "in-person", "video", "call", "event"] as const;
export type MetHow = (typeof MET_HOWS)[number];

/** Parts in the buying process, in the order in which one asks for them. */
export const BUYING_ROLES = [
  "economic-buyer",
  "decision-maker",
  "champion",
  "influencer",
  "user",
  "gatekeeper",
  "blocker",
] as const;
export type BuyingRole = (typeof BUYING_ROLES)[number];

/** Who decides; whoever holds the money does as well. */
export const DECIDING_ROLES: readonly BuyingRole[] = ["decision-maker", "economic-buyer"];

export interface Met {
  id: string;
  day: Day;
  how: MetHow;
  /** What in a higher room says so, a meeting for instance; it is taken back there. */
  becauseId: string | null;
  by: Author | null;
}

/** Whether the right to ask was earned, by the client's own words. */
export interface RightWord {
  id: string;
  earned: boolean;
  words: string | null;
  day: Day;
  by: Author;
}

export interface RoleSaid {
  id: string;
  role: BuyingRole | null;
  since: Day;
  by: Author;
}

/** What a person is to us as a source; all of the records that stand for them together. */
export interface Standing {
  /** The last time; null: nobody has met them, as far as we know. */
  met: Met | null;
  /** The first day on which they were met. */
  metSince: Day | null;
  /** The last word; null: it was never asked for. */
  right: RightWord | null;
  role: RoleSaid | null;
}

export const NOTHING_STANDS: Standing = { met: null, metSince: null, right: null, role: null };

/** One person's standing, from what stands of each record: the latest counts. */
export function standingFrom(of: {
  mets: readonly (Met & { firstDay: Day })[];
  rights: readonly RightWord[];
  roles: readonly RoleSaid[];
}): Standing {
  const first = of.mets.map((each) => each.firstDay).toSorted()[0] ?? null;
  const met = latest(of.mets, (each) => `${each.day} ${each.id}`);
  return {
    met: met && { id: met.id, day: met.day, how: met.how, becauseId: met.becauseId, by: met.by },
    metSince: first,
    right: latest(of.rights, (each) => `${each.day} ${each.id}`),
    role: latest(of.roles, (each) => each.id),
  };
}

function latest<Fact>(facts: readonly Fact[], order: (fact: Fact) => string): Fact | null {
  return facts.toSorted((a, b) => (order(a) < order(b) ? 1 : -1))[0] ?? null;
}
