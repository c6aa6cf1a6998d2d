import type { Day } from "#lib/kernel/days.ts";
import type { Money } from "#lib/kernel/money.ts";
import { write } from "#lib/web/api.ts";
import { useWrite } from "#lib/web/queries.ts";
import { useUndo } from "#lib/web/undo-toast.tsx";
import type { Origin } from "#referrals/origin.ts";
import type { CostView } from "../cost-view.ts";

const refresh = ["/results", "/origin-costs"];

export interface CostToNote {
  origin: Origin;
  month: Day;
  memberId: string | null;
  hours: number | null;
  amount: Money | null;
  note: string;
}

export function useTakeBackCost(done?: () => void) {
  return useWrite((id: string, gesture) => write("DELETE", `/origin-costs/${id}`, undefined, gesture), {
    refresh,
    ...(done && { done }),
  });
}

/** Writes it down, with the way back. */
export function useNoteCost(done: () => void) {
  const say = useUndo();
  const undo = useTakeBackCost();
  return useWrite((said: CostToNote, gesture) => write<CostView>("POST", "/origin-costs", said, gesture), {
    refresh,
    done: ({ id }) => {
      say("Written down.", () => undo.sendNow(id));
      done();
    },
  });
}
