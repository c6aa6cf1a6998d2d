import { write } from "#lib/web/api.ts";
import { useRead, useWrite, type Reading, type Writing } from "#lib/web/queries.ts";
import { useUndo } from "#lib/web/undo-toast.tsx";
import { usePracticeLanguage } from "#practice/screens/practice-language.ts";
import type { CoachingPageView } from "../coaching-page-view.ts";
import type { DueView, OneOnOneView, WantedAhead, WantedHeld } from "../one-on-one-view.ts";

/** What a 1:1 changes: itself, whom one meets, and the week of whoever promises. */
const READS = ["/coaching", "/members", "/weeks", "/my-week", "/plans"];

export function useCoachingPage(memberId: string): Reading<CoachingPageView> {
  const [language] = usePracticeLanguage();
  return useRead<CoachingPageView>(`/members/${memberId}/coaching`, { language }, { keep: true });
}

export function useDue(): Reading<DueView> {
  return useRead<DueView>("/coaching/due");
}

/** Saves what was changed, with the way back. `scenario`: the one that stood there before. */
export function usePrepare(
  memberId: string,
  scenario: string | null,
  done: () => void,
): Writing<WantedAhead, OneOnOneView> {
  const say = useUndo();
  const path = `/members/${memberId}/coaching/next`;
  const patch = (ahead: WantedAhead, gesture: string) => write<OneOnOneView>("PATCH", path, ahead, gesture);
  const undo = useWrite(patch, { refresh: READS });
  return useWrite(patch, {
    refresh: READS,
    done: (_prepared, sent) => {
      done();
      say("Prepared.", () => undo.sendNow(wayBack(sent, scenario)));
    },
  });
}

/** What was changed, and nothing else: what somebody wrote after that stays. */
function wayBack(
  { startedFrom = {}, scenario: _scenario, ...said }: WantedAhead,
  scenario: string | null,
): WantedAhead {
  return {
    ...startedFrom,
    ...(startedFrom.skill != null && scenario !== null && { scenario }),
    startedFrom: said,
  };
}

/** They met and agreed on this, with the way back. */
export function useHold(memberId: string, done: () => void): Writing<WantedHeld, OneOnOneView> {
  const say = useUndo();
  const undo = useWrite((id: string, gesture) => write("DELETE", `/one-on-ones/${id}`, undefined, gesture), {
    refresh: READS,
  });
  return useWrite(
    (held: WantedHeld, gesture) =>
      write<OneOnOneView>("POST", `/members/${memberId}/one-on-ones`, held, gesture),
    {
      refresh: READS,
      done: ({ id }) => {
        done();
        say("Written down.", () => undo.sendNow(id));
      },
    },
  );
}

/** A commitment goes into a week of one's own, with the way back: a line that stood there before stays. */
export function usePromise(id: string): Writing<{ week: string; people: string[] }, { stood: boolean }> {
  const say = useUndo();
  const path = `/one-on-ones/${id}/promise`;
  const undo = useWrite(
    (stood: boolean, gesture) => write("DELETE", stood ? `${path}?own=stays` : path, undefined, gesture),
    { refresh: READS },
  );
  return useWrite(
    (wanted: { week: string; people: string[] }, gesture) =>
      write<{ stood: boolean }>("PUT", path, wanted, gesture),
    {
      refresh: READS,
      done: ({ stood }) => say("It stands in your week.", () => undo.sendNow(stood)),
    },
  );
}

/** What became of a commitment, in one tap, with the way back. */
export function useTell(id: string): Writing<"kept" | "missed", unknown> {
  const say = useUndo();
  const path = `/one-on-ones/${id}/told`;
  const undo = useWrite((_: void, gesture) => write("DELETE", path, undefined, gesture), { refresh: READS });
  return useWrite((how: "kept" | "missed", gesture) => write("PUT", path, { how }, gesture), {
    refresh: READS,
    done: (_said, how) => say(how === "kept" ? "Kept." : "Noted.", () => undo.sendNow()),
  });
}

/** How often the two meet, with the way back. */
export function useRhythm(memberId: string, before: number): Writing<number, unknown> {
  const say = useUndo();
  const path = `/members/${memberId}/coaching/rhythm`;
  const put = (everyWeeks: number, gesture: string) => write("PUT", path, { everyWeeks }, gesture);
  const undo = useWrite((_: void, gesture) => put(before, gesture), { refresh: READS });
  return useWrite(put, { refresh: READS, done: () => say("From now on.", () => undo.sendNow()) });
}

/** For one's own eyes. `before`: what stood there when it was begun. */
export function useNote(memberId: string, before: string, done: () => void): Writing<string, unknown> {
  return useWrite(
    (words: string, gesture) =>
      write("PUT", `/members/${memberId}/coaching/note`, { words, startedFrom: before }, gesture),
    { refresh: [`/members/${memberId}/coaching`], done },
  );
}
