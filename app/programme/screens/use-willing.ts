import { write } from "#lib/web/api.ts";
import { useWrite } from "#lib/web/queries.ts";
import { useUndo } from "#lib/web/undo-toast.tsx";
import type { SaidView } from "../willing-view.ts";

const refresh = ["/willing"];

/** Puts words under themes; the undo puts them back as they were. */
export function useSortWords(said: SaidView) {
  const say = useUndo();
  const put = (sorted: { themes: readonly string[]; before: readonly string[] }, gesture: string) =>
    write<SaidView>("PUT", `/willing/words/${said.key}/themes`, sorted, gesture);
  const undo = useWrite(put, { refresh });
  return useWrite(put, {
    refresh,
    done: (_, { themes, before }) => say("Sorted.", () => undo.sendNow({ themes: before, before: themes })),
  });
}

interface OwnTheme {
  name: string;
  signs: readonly string[];
}

const add = (theme: OwnTheme, gesture: string) =>
  write<{ key: string }>("POST", "/willing/themes", theme, gesture);
const remove = (key: string, gesture: string) =>
  write("DELETE", `/willing/themes/${key}`, undefined, gesture);

export function useAddTheme() {
  const say = useUndo();
  const undo = useWrite(remove, { refresh });
  return useWrite(add, { refresh, done: ({ key }) => say("Added.", () => undo.sendNow(key)) });
}

/** Nothing stands under it, so that its like, made anew, is as good. */
export function useRemoveTheme() {
  const say = useUndo();
  const undo = useWrite(add, { refresh });
  return useWrite(({ key }: OwnTheme & { key: string }, gesture) => remove(key, gesture), {
    refresh,
    done: (_, { name, signs }) => say("Taken away.", () => undo.sendNow({ name, signs })),
  });
}
