import { write } from "#lib/web/api.ts";
import { useRead, useWrite, type Reading, type Writing } from "#lib/web/queries.ts";
import { useUndo } from "#lib/web/undo-toast.tsx";
import type { PraisableView, PraiseView } from "../praise-view.ts";

export const PRAISE_READS = ["/wall", "/praise-for-me", "/praisable-facts"];

export function usePraisable(
  of: { member: string } | { of: string } | null,
): Reading<{ items: PraisableView[] }> {
  return useRead<{ items: PraisableView[] }>(of === null ? undefined : "/praisable-facts", of ?? {});
}

export function usePraiseForMe(): Reading<{ items: PraiseView[] }> {
  return useRead<{ items: PraiseView[] }>("/praise-for-me");
}

export interface WantedPraise {
  factId: string;
  words: string | null;
}

/** Praises somebody, with the way back. */
export function useGivePraise(done: () => void): Writing<WantedPraise, { id: string; toName: string }> {
  const say = useUndo();
  const undo = useWrite((id: string, gesture) => write("DELETE", `/praise/${id}`, undefined, gesture), {
    refresh: PRAISE_READS,
  });
  return useWrite(
    (wanted, gesture) => write<{ id: string; toName: string }>("POST", "/praise", wanted, gesture),
    {
      refresh: PRAISE_READS,
      done: ({ id, toName }) => {
        say(`${toName} finds it on Today, and everybody on the wall.`, () => undo.sendNow(id));
        done();
      },
    },
  );
}

/** Takes one's own praise back, with the way to give it again. */
export function useTakeBackPraise(again: WantedPraise): Writing<string, unknown> {
  const say = useUndo();
  const redo = useWrite((wanted: WantedPraise, gesture) => write("POST", "/praise", wanted, gesture), {
    refresh: PRAISE_READS,
  });
  return useWrite((id, gesture) => write("DELETE", `/praise/${id}`, undefined, gesture), {
    refresh: PRAISE_READS,
    done: () => say("Taken back.", () => redo.sendNow(again)),
  });
}

/** It was read; with the way back. */
export function useSeePraise(): Writing<string, unknown> {
  const say = useUndo();
  const undo = useWrite((id: string, gesture) => write("DELETE", `/praise/${id}/seen`, undefined, gesture), {
    refresh: PRAISE_READS,
  });
  return useWrite((id, gesture) => write("PUT", `/praise/${id}/seen`, undefined, gesture), {
    refresh: PRAISE_READS,
    done: (_, id) => say("It stays on the wall.", () => undo.sendNow(id)),
  });
}
