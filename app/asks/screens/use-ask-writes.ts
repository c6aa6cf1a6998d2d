import type { Channel } from "#people/channel.ts";
import { write } from "#lib/web/api.ts";
import { useKeptWrite } from "#lib/web/kept-write.ts";
import { useWrite, type Writing } from "#lib/web/queries.ts";
import { useUndo } from "#lib/web/undo-toast.tsx";
import { OUTCOME_WORDS } from "../answer-words.ts";
import type { AnsweredAsk, AskView, LoggedAsk } from "../ask-view.ts";
import type { Moment, Outcome } from "../ask.ts";
import { HAPPENED_ALREADY } from "./ask-words.ts";

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
  /** For the note that it waits on this device; it is not sent. */
  sourceName: string;
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

/** A talk that took place may be written down without a network, and all the same where a rule stands against it. */
const HAPPENED = { label: HAPPENED_ALREADY, adds: { happened: true } };

/** `kept`: there is no network, and it waits on this device. */
export function useLogAsk(
  done: (ask: LoggedAsk) => void,
  kept: () => void,
): Writing<AskToLog, LoggedAsk | undefined> {
  return useKeptWrite<AskToLog, LoggedAsk>(
    ({ sourceName, ...ask }) => ({
      method: "POST",
      path: "/asks",
      body: ask,
      words: saidText(sourceName, ask),
      about: [ask.sourceId, ...(ask.planId ? [ask.planId] : [])],
      insist: HAPPENED,
    }),
    { refresh: ASK_READS, done, kept },
  );
}

export function useAnswerAsk(
  ask: Pick<AskView, "id" | "sourceId" | "sourceName">,
  done: (ask: AnsweredAsk) => void,
  kept: () => void,
): Writing<SaidNow, AnsweredAsk | undefined> {
  return useKeptWrite<SaidNow, AnsweredAsk>(
    (said) => ({
      method: "PUT",
      path: `/asks/${ask.id}/outcome`,
      body: said,
      words: saidText(ask.sourceName, said),
      about: [ask.id, ask.sourceId],
      insist: HAPPENED,
    }),
    { refresh: ASK_READS, done, kept },
  );
}

function saidText(name: string, { outcome }: SaidNow): string {
  return `${name}: ${outcome === null ? "asked" : OUTCOME_WORDS[outcome]}.`;
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
