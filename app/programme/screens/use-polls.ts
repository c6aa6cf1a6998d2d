import { write } from "#lib/web/api.ts";
import { useRead, useWrite, type Reading } from "#lib/web/queries.ts";
import { useUndo } from "#lib/web/undo-toast.tsx";
import type { Day } from "#lib/kernel/days.ts";
import type { Answers, Statement } from "../poll.ts";
import type { PollsView, PollView } from "../poll-view.ts";

const refresh = ["/polls", "/barriers"];

export function usePolls(): Reading<PollsView> {
  return useRead<PollsView>("/polls");
}

/** There is no way back: nobody can find the answer again. */
export function useAnswerPoll(poll: PollView) {
  const say = useUndo();
  return useWrite(
    (answers: Answers, gesture) => write("POST", `/polls/${poll.id}/answers`, answers, gesture),
    { refresh, done: () => say("Added to the sums, and forgotten. Thank you.") },
  );
}

export function useOpenPoll() {
  const say = useUndo();
  const undo = useWrite(
    (poll: PollView, gesture) => write("DELETE", `/polls/${poll.id}`, undefined, gesture),
    {
      refresh,
    },
  );
  return useWrite(
    (wanted: { lastDay: Day; statements: Statement[] }, gesture) =>
      write<PollView>("POST", "/polls", wanted, gesture),
    { refresh, done: (poll) => say("The poll is open.", () => undo.sendNow(poll)) },
  );
}

export function useTakeBackPoll(poll: PollView) {
  const say = useUndo();
  const again = useWrite(
    (wanted: { lastDay: Day; statements: readonly Statement[] }, gesture) =>
      write<PollView>("POST", "/polls", wanted, gesture),
    { refresh },
  );
  return useWrite((_: null, gesture) => write("DELETE", `/polls/${poll.id}`, undefined, gesture), {
    refresh,
    done: () =>
      say("Taken back.", () => again.sendNow({ lastDay: poll.lastDay, statements: poll.statements })),
  });
}

export function useLastDay(poll: PollView) {
  const say = useUndo();
  const put = (lastDay: Day, gesture: string) =>
    write("PUT", `/polls/${poll.id}/last-day`, { lastDay }, gesture);
  const undo = useWrite(put, { refresh });
  return useWrite(put, {
    refresh,
    done: () => say("The last day is set.", () => undo.sendNow(poll.lastDay)),
  });
}
