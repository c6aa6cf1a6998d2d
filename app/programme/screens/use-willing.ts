import { write } from "#lib/web/api.ts";
import { useWrite } from "#lib/web/queries.ts";
import { useUndo } from "#lib/web/undo-toast.tsx";
import type { SaidView } from "../willing-view.ts";

const refresh = ["/willing"];

/** Puts words under themes; the undo puts them back as they were. */
export function useSortWords(said: SaidView) {
  const say = useUndo();
  const put = (themes: readonly string[], gesture: string) =>
    write<SaidView>("PUT", `/willing/words/${said.key}/themes`, { themes }, gesture);
  const undo = useWrite(put, { refresh });
  return useWrite(put, { refresh, done: () => say("Sorted.", () => undo.sendNow(said.themes)) });
}

export function useAddTheme() {
  const say = useUndo();
  const undo = useWrite(
    (key: string, gesture) => write("DELETE", `/willing/themes/${key}`, undefined, gesture),
    { refresh },
  );
  return useWrite(
    (wanted: { name: string; signs: string[] }, gesture) =>
      write<{ key: string }>("POST", "/willing/themes", wanted, gesture),
    { refresh, done: ({ key }) => say("Added.", () => undo.sendNow(key)) },
  );
}

export function useRemoveTheme() {
  const say = useUndo();
  return useWrite(
    ({ key }: { key: string }, gesture) => write("DELETE", `/willing/themes/${key}`, undefined, gesture),
    { refresh, done: () => say("Taken away.") },
  );
}
