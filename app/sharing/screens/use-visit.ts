import { useState } from "react";
import type { Refused } from "#lib/web/visited/opening.ts";
import { useOpened, type Opened } from "#lib/web/visited/use-opened.ts";
import { VISIT_PROBLEMS, type VisitProblem } from "../visit-problem.ts";
import type { VisitView } from "../visit-view.ts";
import { lookAtPage } from "./visit-call.ts";

/** Above, where it stands what was said; below, where one says something. */
type Place = "above" | "below";

/** A page that is open, with what one can do on it. */
export interface OpenVisit {
  link: string;
  visit: VisitView;
  busy: boolean;
  /** Of the last press, and in which part of the page it was; null once something went right again. */
  failure: Refused<VisitProblem> | null;
  failedAt: Place;
  /** Carries something out; answers whether it went right. One at a time: a second press changes nothing. */
  act: (what: () => Promise<VisitView>, at?: Place) => Promise<boolean>;
}

/** The page of the link in the address. */
export function useVisit(): { open: OpenVisit | null; opened: Opened<VisitView, VisitProblem> } {
  const opened = useOpened(lookAtPage, VISIT_PROBLEMS);
  const [failedAt, setFailedAt] = useState<Place>("below");
  const { link, view, busy, refused } = opened;
  const act = async (what: () => Promise<VisitView>, at: Place = "below") => {
    const failure = await opened.act(what);
    if (failure === null) return true;
    if (failure === "busy") return false;
    setFailedAt(at);
    // What stands there now is shown beside the reason.
    if (failure.trouble === "said-already")
      await lookAtPage(link).then(
        (now) => opened.show(link, now),
        () => {},
      );
    return false;
  };
  return { open: view && { link, visit: view, busy, failure: refused, failedAt, act }, opened };
}
