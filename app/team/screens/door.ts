import { useRead } from "#lib/web/queries.ts";
import type { FirstVisitView } from "../first-visit-view.ts";

/** By which ways people come in here; undefined until it is known. */
export function useDoor(): FirstVisitView | undefined {
  return useRead<FirstVisitView>("/sign-in/first-visit").data;
}

/** Into the workspace by a fresh page load, so that nothing stays that was read as somebody else. */
export function goInside(to = "/"): void {
  location.assign(to);
}

/** What stands behind the # of a link: it is sent to no server. */
export function tokenInAddress(): string {
  return location.hash.slice(1);
}
