import type { ToldToFew } from "#lib/storage/told-to-few.ts";
import { othersIn, partnershipsOf } from "./partner-actions.ts";

/** What somebody promises and keeps is for them, their partners and whoever leads them; who asks whom, for those alone whom it concerns. */
export const weeksToldToFew: readonly ToldToFew[] = [
  {
    subjectKinds: ["week-plan", "week-promise"],
    also: async (tx, actor) => {
      const { id } = actor.member;
      const partnerships = await partnershipsOf(tx, id, actor.today, { agreed: true });
      return partnerships.flatMap((each) => othersIn(each, id).map((other) => other.id));
    },
  },
  { subjectKinds: ["partnership", "partner-nudge"] },
];
