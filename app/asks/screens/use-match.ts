import { useRead, type Reading } from "#lib/web/queries.ts";
import type { MatchView } from "../match-view.ts";

/** What to ask this person for; `targetId` is a target, a person or an account that the ask is for in particular. */
export function useMatch(personId: string | undefined, targetId?: string): Reading<MatchView> {
  return useRead<MatchView>(personId && `/people/${personId}/match`, { target: targetId });
}
