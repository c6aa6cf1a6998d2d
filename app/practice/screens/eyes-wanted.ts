import { useRead } from "#lib/web/queries.ts";
import type { SessionView } from "../session-view.ts";
import type { TakeView } from "../take-view.ts";

const SEEN = "askwell-takes-seen";
const MOST_SEEN = 200;

export interface EyesWanted {
  /** Rehearsals that wait for my yes and no, the first asked first. */
  sessions: readonly SessionView[];
  /** Takes that nobody scored yet and that were not watched on this device. */
  takes: readonly TakeView[];
}

/** What colleagues wait for; undefined until it is known. */
export function useEyesWanted(memberId: string | undefined): EyesWanted | undefined {
  const sessions = useRead<{ items: SessionView[] }>("/practice-sessions-to-score").data?.items;
  const shown = useRead<{ items: TakeView[] }>("/practice-takes", { of: "colleagues" }).data?.items;
  if (memberId === undefined || sessions === undefined) return undefined;
  const seen = seenBy(memberId);
  return {
    sessions,
    takes: (shown ?? []).filter(({ id, sessionId }) => sessionId === null && !seen.includes(id)),
  };
}

/** It is new no more, on this device. */
export function markSeen(memberId: string, takeId: string): void {
  const seen = seenBy(memberId);
  if (seen.includes(takeId)) return;
  try {
    localStorage.setItem(keyOf(memberId), JSON.stringify([...seen, takeId].slice(-MOST_SEEN)));
  } catch {
    // Full or forbidden: then it stays new.
  }
}

function seenBy(memberId: string): string[] {
  try {
    const seen: unknown = JSON.parse(localStorage.getItem(keyOf(memberId)) ?? "[]");
    return Array.isArray(seen) ? seen.filter((each) => typeof each === "string") : [];
  } catch {
    return [];
  }
}

function keyOf(memberId: string): string {
  return `${SEEN} ${memberId}`;
}
