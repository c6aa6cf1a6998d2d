import { write } from "#lib/web/api.ts";
import { useRead, useWrite, type Reading } from "#lib/web/queries.ts";
import { useUndo } from "#lib/web/undo-toast.tsx";
import type { GoalProposalsView, ScopeSumView } from "../goal-proposal-view.ts";

const refresh = ["/goal-proposals", "/goals", "/scorecard"];

export function useGoalProposals(): Reading<GoalProposalsView> {
  return useRead<GoalProposalsView>("/goal-proposals");
}

export function useAcceptGoals(month: string) {
  const say = useUndo();
  const undo = useTakeBackAcceptance();
  return useWrite(
    (goals: { memberId: string; amount: number }[], gesture) =>
      write<{ id: string; reps: number }>("POST", "/goal-proposals/acceptances", { goals }, gesture),
    {
      refresh,
      done: ({ id, reps }) =>
        say(`${reps} ${reps === 1 ? "goal holds" : "goals hold"} from ${month} on.`, () => undo.sendNow(id)),
    },
  );
}

export function useTakeBackAcceptance() {
  return useWrite(
    (id: string, gesture) => write("DELETE", `/goal-proposals/acceptances/${id}`, undefined, gesture),
    { refresh },
  );
}

export function useSetAim(scope: ScopeSumView) {
  const say = useUndo();
  const put = (amount: number | null, gesture: string) =>
    write("PUT", "/goal-aims", { teamId: scope.teamId, amount }, gesture);
  const undo = useWrite(put, { refresh });
  return useWrite(put, { refresh, done: () => say("Set.", () => undo.sendNow(scope.aim)) });
}
