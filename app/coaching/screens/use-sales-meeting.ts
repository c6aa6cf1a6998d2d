import { write } from "#lib/web/api.ts";
import { useRead, useWrite, type Reading, type Writing } from "#lib/web/queries.ts";
import { useUndo } from "#lib/web/undo-toast.tsx";
import { usePracticeLanguage } from "#practice/screens/practice-language.ts";
import type { SalesMeetingView, TeamsToMeetView, WantedArranged } from "../sales-meeting-view.ts";

const READS = ["/teams", "/sales-meetings"];

export function useTeamsToMeet(): Reading<TeamsToMeetView> {
  return useRead<TeamsToMeetView>("/sales-meetings/teams");
}

export function useSalesMeeting(teamId: string, week: string): Reading<SalesMeetingView> {
  const [language] = usePracticeLanguage();
  return useRead<SalesMeetingView>(`/teams/${teamId}/sales-meeting`, { week, language }, { keep: true });
}

/** Settles something of the meeting, with the way back to `before`. */
export function useArrange(
  { team, week }: Pick<SalesMeetingView, "team" | "week">,
  before: WantedArranged,
  done?: () => void,
): Writing<WantedArranged, unknown> {
  const say = useUndo();
  const patch = (wanted: WantedArranged, gesture: string) =>
    write("PATCH", `/teams/${team.id}/sales-meeting?week=${week}`, wanted, gesture);
  const undo = useWrite(patch, { refresh: READS });
  return useWrite(patch, {
    refresh: READS,
    done: () => {
      say("Settled.", () => undo.sendNow(before));
      done?.();
    },
  });
}

/** They met over it today, with the way back. */
export function useHeldToday({ team, week }: Pick<SalesMeetingView, "team" | "week">): {
  hold: Writing<void, unknown>;
  unhold: Writing<void, unknown>;
} {
  const say = useUndo();
  const path = `/teams/${team.id}/sales-meeting/held?week=${week}`;
  const unhold = useWrite((_: void, gesture: string) => write("DELETE", path, undefined, gesture), {
    refresh: READS,
  });
  const hold = useWrite((_: void, gesture: string) => write("PUT", path, {}, gesture), {
    refresh: READS,
    done: () => say("Written down.", () => unhold.sendNow()),
  });
  return { hold, unhold };
}
