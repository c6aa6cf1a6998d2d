import { write } from "#lib/web/api.ts";
import { useWrite, type Writing } from "#lib/web/queries.ts";
import { useUndo } from "#lib/web/undo-toast.tsx";
import type { AnsweredAsk, AskView, LoggedAsk } from "../ask-routes.ts";
import type { Channel, Moment, Outcome } from "../ask.ts";

/** Readings that an ask changes. */
export const ASK_READS = [
  "/asks",
  "/referrals",
  "/timeline",
  "/scorecard",
  "/search",
  "/people",
  "/accounts",
];

export interface SaidNow {
  outcome: Outcome | null;
  untilDay?: string;
  colleagueId?: string;
  colleague?: { fullName: string };
  day?: string;
  note?: string;
}

export interface AskToLog extends SaidNow {
  sourceId: string;
  channel: Channel;
  moment: Moment;
  forWhom?: string;
  targetPersonId?: string;
  memberId?: string;
}

/** Logs a conversation; `done` hears of it after the toast that offers to undo it. */
export function useLogAsk(done: (ask: LoggedAsk) => void): Writing<AskToLog, LoggedAsk> {
  const say = useUndo();
  const takeBack = useTakeBackConversation();
  return useWrite((ask: AskToLog, gesture) => write<LoggedAsk>("POST", "/asks", ask, gesture), {
    refresh: ASK_READS,
    done: (ask) => {
      const counts = ask.addedTo ? "Added to this week's ask." : "One more person asked this week.";
      say(`${ask.sourceName}: logged. ${counts}`, () =>
        takeBack.sendNow({ askId: ask.id, saidId: ask.saidId }),
      );
      done(ask);
    },
  });
}

export function useAnswerAsk(askId: string, done: (ask: AnsweredAsk) => void): Writing<SaidNow, AnsweredAsk> {
  const say = useUndo();
  const takeBack = useTakeBackConversation();
  return useWrite(
    (said: SaidNow, gesture) => write<AnsweredAsk>("PUT", `/asks/${askId}/outcome`, said, gesture),
    {
      refresh: ASK_READS,
      done: (ask) => {
        const { saidId } = ask;
        if (saidId === null) say("That is what was written down already.");
        else say(`${ask.sourceName}: noted.`, () => takeBack.sendNow({ askId, saidId }));
        done(ask);
      },
    },
  );
}

export function useTakeBackConversation(): Writing<{ askId: string; saidId: string }, void> {
  return useWrite(
    ({ askId, saidId }: { askId: string; saidId: string }, gesture) =>
      write("DELETE", `/asks/${askId}/conversations/${saidId}`, undefined, gesture),
    { refresh: ASK_READS },
  );
}

/** Lets a returned "not now" go, with the way back. */
export function useLetGo(): Writing<{ askId: string; sourceName: string }, AskView> {
  const say = useUndo();
  const takeUp = useWrite(
    (askId: string, gesture) => write<AskView>("DELETE", `/asks/${askId}/settled`, undefined, gesture),
    { refresh: ASK_READS },
  );
  return useWrite(
    ({ askId }: { askId: string; sourceName: string }, gesture) =>
      write<AskView>("PUT", `/asks/${askId}/settled`, undefined, gesture),
    {
      refresh: ASK_READS,
      done: (_ask, { askId, sourceName }) => say(`${sourceName}: let go.`, () => takeUp.sendNow(askId)),
    },
  );
}
