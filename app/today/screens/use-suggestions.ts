import { useEffect } from "react";
import { write } from "#lib/web/api.ts";
import { useRead, useWrite, type Reading, type Writing } from "#lib/web/queries.ts";
import { useUndo } from "#lib/web/undo-toast.tsx";
import { callName } from "#people/call-name.ts";
import type { SuggestionsView, SuggestionView } from "../suggestion-view.ts";
import type { WhyRefused } from "../suggest.ts";

const SUGGESTION_READS = ["/suggestions"];

/** My three of this week; nothing is read while they are not `wanted`. */
export function useSuggestions(wanted: boolean): Reading<SuggestionsView> {
  return useRead<SuggestionsView>(wanted ? "/suggestions" : undefined);
}

/** Writes down what is on the screen, so that it stays for the week. Where that fails it is tried at the next look. */
export function useKeepSuggestions(shown: boolean, suggestions: SuggestionsView | undefined): void {
  // Other names are another content, and so another write.
  const { send } = useWrite((_: string, gesture) => write("POST", "/suggestions", {}, gesture), {
    refresh: SUGGESTION_READS,
  });
  const toKeep =
    shown && suggestions?.kept === false ? suggestions.items.map(({ id }) => id).join(" ") : null;
  useEffect(() => {
    if (toKeep !== null) send(toKeep);
    // `send` is another one each time, and what it does is the same.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [toKeep]);
}

/** Not this one, in one tap, with the way back. */
export function useRefuse(
  { id, personName }: Pick<SuggestionView, "id" | "personName">,
  done: (refused: SuggestionView) => void,
): Writing<{ why: WhyRefused; words: string | null }, SuggestionView> {
  const say = useUndo();
  const back = useWrite(
    (_: void, gesture) => write("DELETE", `/suggestions/${id}/refusal`, undefined, gesture),
    { refresh: SUGGESTION_READS },
  );
  return useWrite(
    (said, gesture) => write<SuggestionView>("PUT", `/suggestions/${id}/refusal`, said, gesture),
    {
      refresh: SUGGESTION_READS,
      done: (refused) => {
        say(`${callName(personName)}: not this time.`, () => back.sendNow());
        done(refused);
      },
    },
  );
}
