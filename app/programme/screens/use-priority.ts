import type { Day } from "#lib/kernel/days.ts";
import { write } from "#lib/web/api.ts";
import { useRead, useWrite, type Reading, type Writing } from "#lib/web/queries.ts";
import { useUndo } from "#lib/web/undo-toast.tsx";
import type { Area } from "../alignment.ts";
import type { MarkView } from "../barrier-view.ts";
import type { AreasView, AreaView, PriorityView, WantedOfArea } from "../priority-view.ts";
import type { RollOutsView } from "../roll-out-view.ts";

// What hangs on it: a line of the roll-out, a barrier, what is due on Today.
const READS = ["/priority", "/alignment", "/my-alignment", "/roll-out", "/barriers"];

export function usePriority(): Reading<PriorityView> {
  return useRead<PriorityView>("/priority");
}

export function useAlignment(): Reading<AreasView> {
  return useRead<AreasView>("/alignment");
}

export function useRollOut(): Reading<RollOutsView> {
  return useRead<RollOutsView>("/roll-out");
}

/** Takes one thing back by its address. */
function useTakeBack(): Writing<string, unknown> {
  return useWrite((path: string, gesture) => write("DELETE", path, undefined, gesture), { refresh: READS });
}

/** Says what comes first, with the way back. */
export function useStatement(done: () => void): Writing<{ words: string; day: Day }, { id: string }> {
  const say = useUndo();
  const undo = useTakeBack();
  return useWrite((said, gesture) => write<{ id: string }>("POST", "/priority/statements", said, gesture), {
    refresh: READS,
    done: ({ id }) => {
      say("Said.", () => undo.sendNow(`/priority/statements/${id}`));
      done();
    },
  });
}

/** Says of an area how far it is, with the way back. */
export function useSayArea(area: Area, done: () => void): Writing<WantedOfArea, AreaView> {
  const say = useUndo();
  const undo = useTakeBack();
  return useWrite((said, gesture) => write<AreaView>("PUT", `/alignment/${area}`, said, gesture), {
    refresh: READS,
    done: ({ said }) => {
      if (said !== null) say("Kept.", () => undo.sendNow(`/alignment-words/${said.id}`));
      done();
    },
  });
}

/** Says on which day the ninety days begin, with the way back. */
export function useBegin(done: () => void): Writing<Day, RollOutsView> {
  const say = useUndo();
  const undo = useTakeBack();
  return useWrite((startOn, gesture) => write<RollOutsView>("PUT", "/roll-out", { startOn }, gesture), {
    refresh: READS,
    done: ({ now }) => {
      if (now !== null) say("The ninety days are set.", () => undo.sendNow(`/roll-out/${now.id}`));
      done();
    },
  });
}

/** Sets the mark of a measure, with the way back. */
export function useSetMark(
  measure: string,
  done: () => void,
): Writing<{ mark: number; why: string }, MarkView> {
  const say = useUndo();
  const undo = useTakeBack();
  return useWrite((said, gesture) => write<MarkView>("PUT", `/barriers/${measure}/mark`, said, gesture), {
    refresh: READS,
    done: ({ setId }) => {
      if (setId !== null) say("Set.", () => undo.sendNow(`/barrier-marks/${setId}`));
      done();
    },
  });
}
