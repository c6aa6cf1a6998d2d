import { useEffect, useState } from "react";
import { linkHere } from "#lib/web/visited/call-by-link.ts";
import type { VisitView } from "../visit-view.ts";
import { lookAtPage, VisitFailure } from "./visit-call.ts";

/** Above, where it stands what was said; below, where one says something. */
type Place = "above" | "below";

/** A page that is open, with what one can do on it. */
export interface OpenVisit {
  link: string;
  visit: VisitView;
  busy: boolean;
  /** Of the last press, and in which part of the page it was; null once something went right again. */
  failure: VisitFailure | null;
  failedAt: Place;
  /** Carries something out; answers whether it went right. One at a time: a second press changes nothing. */
  act: (what: () => Promise<VisitView>, at?: Place) => Promise<boolean>;
}

export interface Visiting {
  open: OpenVisit | null;
  /** Why nothing is open. */
  failure: VisitFailure | null;
  again: () => void;
}

/** The page of the link in the address; another link in the same window opens another page. */
export function useVisit(): Visiting {
  // A new object for each try: the same link is looked at once more.
  const [wanted, setWanted] = useState(() => ({ link: linkHere() }));
  const [visit, setVisit] = useState<VisitView | null>(null);
  const [failure, setFailure] = useState<VisitFailure | null>(null);
  const [failedAt, setFailedAt] = useState<Place>("below");
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    const moved = () => setWanted({ link: linkHere() });
    addEventListener("hashchange", moved);
    return () => removeEventListener("hashchange", moved);
  }, []);
  useEffect(() => {
    let stale = false;
    const open = async () => {
      const found = await lookAtPage(wanted.link).catch(asFailure);
      if (stale) return;
      setVisit(found instanceof VisitFailure ? null : found);
      setFailure(found instanceof VisitFailure ? found : null);
    };
    void open();
    return () => {
      stale = true;
    };
  }, [wanted]);
  const { link } = wanted;
  const act = async (what: () => Promise<VisitView>, at: Place = "below") => {
    if (busy) return false;
    setFailedAt(at);
    setBusy(true);
    try {
      setVisit(await what());
      setFailure(null);
      return true;
    } catch (thrown) {
      const failed = asFailure(thrown);
      setFailure(failed);
      // What stands there now is shown beside the reason.
      if (failed.trouble === "said-already") setVisit(await lookAtPage(link).catch(() => visit));
      return false;
    } finally {
      setBusy(false);
    }
  };
  return {
    open: visit === null ? null : { link, visit, busy, failure, failedAt, act },
    failure,
    again: () => setWanted({ link }),
  };
}

function asFailure(thrown: unknown): VisitFailure {
  return thrown instanceof VisitFailure ? thrown : new VisitFailure("fault");
}
