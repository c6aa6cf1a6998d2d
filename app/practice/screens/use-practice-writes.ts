import { write } from "#lib/web/api.ts";
import { useKeptWrite } from "#lib/web/kept-write.ts";
import { useWrite, type Writing } from "#lib/web/queries.ts";
import { useUndo } from "#lib/web/undo-toast.tsx";
import type { PracticeLanguage } from "../library/practice-languages.ts";
import type { Kept } from "../rubric.ts";
import type { Way } from "../session.ts";
import type { SessionView } from "../session-view.ts";

/** Readings that a rehearsal or a word about it changes. */
export const PRACTICE_READS = [
  "/practice",
  "/practice-sessions",
  "/practice-sessions-to-score",
  "/practice-takes",
  "/practice-weeks",
  "/members",
  "/weeks",
];
export const LIBRARY_READS = ["/practice", "/practice-library", "/practice-scenarios"];

export interface SessionToSave {
  id: string;
  scenario: string;
  language: PracticeLanguage;
  way: Way;
  day: string;
  seconds: number;
  kept: Kept;
  note: string;
  askIds: readonly string[];
  takeIds: readonly string[];
}

/** A rehearsal that counts, with the way back. Without a connection it waits on this device. */
export function useSaveSession({
  done,
  waits,
  undone,
}: {
  done: (session: SessionView) => void;
  waits: () => void;
  undone: (said: SaidScore) => void;
}): Writing<SessionToSave, SessionView | undefined> {
  const say = useUndo();
  const back = useWrite(
    ({ id }: SessionToSave, gesture) => write("DELETE", `/practice-sessions/${id}`, undefined, gesture),
    { refresh: PRACTICE_READS, done: (_, { kept, note }) => undone({ kept, note }) },
  );
  return useKeptWrite<SessionToSave, SessionView>(
    (body) => ({ method: "POST", path: "/practice-sessions", body, words: "Your rehearsal." }),
    {
      refresh: PRACTICE_READS,
      done: (session, said) => {
        say("It counts.", () => back.sendNow(said));
        done(session);
      },
      kept: waits,
    },
  );
}

export interface SaidScore {
  kept: Kept;
  note: string;
}

/** My yes and no of a colleague's rehearsal, with the way back. */
export function useScoreTheirs(id: string): Writing<SaidScore, SessionView> {
  const say = useUndo();
  const path = `/practice-sessions/${id}/scores/mine`;
  const back = useWrite((_: undefined, gesture) => write("DELETE", path, undefined, gesture), {
    refresh: PRACTICE_READS,
  });
  return useWrite((said: SaidScore, gesture) => write<SessionView>("PUT", path, said, gesture), {
    refresh: PRACTICE_READS,
    done: () => say("Scored.", () => back.sendNow(undefined)),
  });
}

/** What somebody in the room said, on my device. */
export function useScoreHere(
  id: string,
  done: () => void,
): Writing<SaidScore & { scorerId: string | null; guest: string | null }, SessionView> {
  return useWrite(
    (said, gesture) => write<SessionView>("POST", `/practice-sessions/${id}/scores`, said, gesture),
    { refresh: PRACTICE_READS, done },
  );
}

/** Asks a colleague to score it on their own device, with the way back. */
export function useAskToScore(id: string): Writing<{ id: string; name: string }, SessionView> {
  const say = useUndo();
  const back = useWrite(
    (memberId: string, gesture) =>
      write("DELETE", `/practice-sessions/${id}/scorers/${memberId}`, undefined, gesture),
    { refresh: PRACTICE_READS },
  );
  return useWrite(
    ({ id: memberId }: { id: string; name: string }, gesture) =>
      write<SessionView>("POST", `/practice-sessions/${id}/scorers`, { askIds: [memberId] }, gesture),
    {
      refresh: PRACTICE_READS,
      done: (_, { id: memberId, name }) =>
        say(`${name} finds it on their practice page.`, () => back.sendNow(memberId)),
    },
  );
}

/** Not today, with the way back. */
export function usePutOff(): Writing<undefined, unknown> {
  const say = useUndo();
  const back = useWrite((_: undefined, gesture) => write("DELETE", "/practice/put-off", undefined, gesture), {
    refresh: ["/practice"],
  });
  return useWrite((_: undefined, gesture) => write("PUT", "/practice/put-off", {}, gesture), {
    refresh: ["/practice"],
    done: () => say("Not today. It comes back on another day.", () => back.sendNow(undefined)),
  });
}

/** True: offered no more; false: again. With the way back. */
export function useRetire(what: "rubric" | "scenario", key: string): Writing<boolean, unknown> {
  const say = useUndo();
  const path = `/practice-${what}s/${key}/retired`;
  const carryOut = (retired: boolean, gesture: string) =>
    retired ? write("PUT", path, {}, gesture) : write("DELETE", path, undefined, gesture);
  const back = useWrite(carryOut, { refresh: LIBRARY_READS });
  return useWrite(carryOut, {
    refresh: LIBRARY_READS,
    done: (_, retired) =>
      say(retired ? "It is offered no more." : "It is offered again.", () => back.sendNow(!retired)),
  });
}
