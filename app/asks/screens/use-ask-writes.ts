import type { Channel } from "#people/channel.ts";
import { write } from "#lib/web/api.ts";
import { useWrite, type Writing } from "#lib/web/queries.ts";
import { useUndo } from "#lib/web/undo-toast.tsx";
import type { AnsweredAsk, AskView, LoggedAsk } from "../ask-view.ts";
import type { Moment, Outcome } from "../ask.ts";

/** Readings that an ask changes. */
export const ASK_READS = [
  "/asks",
  "/referrals",
  "/timeline",
  "/scorecard",
  "/search",
  "/people",
  "/accounts",
  "/plans",
  "/seeds",
  "/moments",
  "/handovers",
  "/handover-reminders",
  "/suggestions",
];

export interface SaidNow {
  outcome: Outcome | null;
  untilDay?: string;
  colleagueId?: string;
  colleague?: { fullName: string };
  day?: string;
  /** It has taken place, whatever the rules say. */
  happened?: boolean;
  note?: string;
}

export interface AskToLog extends SaidNow {
  sourceId: string;
  channel: Channel;
  moment: Moment;
  forWhom?: string;
  targetPersonId?: string;
  targetAccountId?: string;
  memberId?: string;
  /** Keys of the words it was held with. */
  wordings?: readonly string[];
  planId?: string;
}

export function useLogAsk(done: (ask: LoggedAsk) => void): Writing<AskToLog, LoggedAsk> {
  return useWrite((ask: AskToLog, gesture) => write<LoggedAsk>("POST", "/asks", ask, gesture), {
    refresh: ASK_READS,
    done,
  });
}

export function useAnswerAsk(askId: string, done: (ask: AnsweredAsk) => void): Writing<SaidNow, AnsweredAsk> {
  return useWrite(
    (said: SaidNow, gesture) => write<AnsweredAsk>("PUT", `/asks/${askId}/outcome`, said, gesture),
    {
      refresh: ASK_READS,
      done,
    },
  );
}

/** Says what was written down, with the way back. */
export function useSayLogged(): (ask: AskView & { saidId: string | null; addedTo?: boolean }) => void {
  const say = useUndo();
  const takeBack = useTakeBackConversation();
  return ({ id, sourceName, saidId, addedTo }) => {
    if (saidId === null) say("That is what was written down already.");
    else {
      const more = addedTo === true ? " Added to this week's ask." : "";
      say(`${sourceName}: noted.${more}`, () => takeBack.sendNow({ askId: id, saidId }));
    }
  };
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
