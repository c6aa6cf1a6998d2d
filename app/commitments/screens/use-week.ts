import type { Day } from "#lib/kernel/days.ts";
import { write } from "#lib/web/api.ts";
import { useKeptWrite } from "#lib/web/kept-write.ts";
import { useRead, useWrite, type Reading, type Writing } from "#lib/web/queries.ts";
import { useUndo } from "#lib/web/undo-toast.tsx";
import type { PartnershipView } from "../partner-view.ts";
import type { Promised, Told } from "../promise.ts";
import type { HistoryView, LineView, MyWeekView, ProposalView, WeekView } from "../week-view.ts";

export const WEEK_READS = ["/weeks", "/my-week", "/promises-kept", "/promised-now", "/plans"];
const PARTNER_READS = ["/partnerships", "/my-week", "/weeks"];

export function useWeek(day: Day, member?: string): Reading<WeekView> {
  return useRead<WeekView>(`/weeks/${day}`, member === undefined ? {} : { member });
}

export function useProposals(day: Day | undefined): Reading<{ items: ProposalView[] }> {
  return useRead<{ items: ProposalView[] }>(day === undefined ? undefined : `/weeks/${day}/proposals`);
}

export function useHistory(member?: string): Reading<HistoryView> {
  return useRead<HistoryView>("/weeks", member === undefined ? {} : { member });
}

export function useMyWeek(): Reading<MyWeekView> {
  return useRead<MyWeekView>("/my-week");
}

export function usePartnerships(): Reading<{ items: PartnershipView[] }> {
  return useRead<{ items: PartnershipView[] }>("/partnerships");
}

export interface WantedPlan {
  topics: string | null;
  promises: Promised[];
}

export function planOf({ plan, promises }: WeekView): WantedPlan {
  return { topics: plan?.topics ?? null, promises: promises.map(promisedOf) };
}

/** Under these a plan or a check-in that waits on the device is known. */
export const planAbout = (week: Day) => `plan of ${week}`;
export const checkInAbout = (week: Day) => `check-in of ${week}`;

/** Saves the plan of a week, with the way back. Without a connection it waits on this device. */
export function useSavePlan(
  before: WeekView,
  startedFrom: WantedPlan,
  done: () => void,
): Writing<WantedPlan, WeekView | undefined> {
  const say = useUndo();
  const path = `/weeks/${before.week}/plan`;
  // Only what was changed here is taken back: what came by another way since stays.
  const undo = useWrite(
    async (sent: WantedPlan, gesture) => {
      if (before.plan === null) await write("DELETE", path, undefined, gesture);
      else await write("PUT", path, { ...startedFrom, startedFrom: sent }, gesture);
    },
    { refresh: WEEK_READS },
  );
  const about = [planAbout(before.week)];
  return useKeptWrite<WantedPlan, WeekView>(
    (plan) => ({ method: "PUT", path, body: { ...plan, startedFrom }, words: "Your promises.", about }),
    {
      refresh: WEEK_READS,
      done: (_week, sent) => {
        say(before.plan === null ? "Promised." : "Changed.", () => undo.sendNow(sent));
        done();
      },
      kept: done,
    },
  );
}

/** Says of one promise what became of it, in one tap, with the way back. */
export function useTellPromise(id: string, before: Told | null): Writing<Told, WeekView> {
  const say = useUndo();
  const path = `/promises/${id}/told`;
  const put = (told: Told, gesture: string) => write<WeekView>("PUT", path, told, gesture);
  const undo = useWrite(
    async (_: void, gesture) =>
      before === null ? write<WeekView>("DELETE", path, undefined, gesture) : put(before, gesture),
    { refresh: WEEK_READS },
  );
  return useWrite(put, {
    refresh: WEEK_READS,
    done: (_week, { how }) => say(how === "kept" ? "Kept." : "Noted.", () => undo.sendNow()),
  });
}

export interface WantedCheckIn {
  learned: string | null;
  /** Those that are said anew. */
  promises: (Told & { id: string })[];
  /** Those of which nothing is said any more. */
  untold: string[];
}

/** Tells how a week went, with the way back. Without a connection it waits on this device. */
export function useCheckIn(
  { week, checkIn, promises }: WeekView,
  done: () => void,
): Writing<WantedCheckIn, WeekView | undefined> {
  const say = useUndo();
  const path = `/weeks/${week}/check-in`;
  const undo = useWrite(
    async (sent: WantedCheckIn, gesture) => {
      const changed = new Set([...sent.promises.map(({ id }) => id), ...sent.untold]);
      const lines = promises.filter(({ id }) => changed.has(id));
      const back: WantedCheckIn & { learnedBefore: string | null } = {
        learned: checkIn?.learned ?? null,
        learnedBefore: sent.learned,
        promises: lines.flatMap(({ id, told }) => (told === null ? [] : [{ id, ...told }])),
        untold: lines.flatMap(({ id, told }) => (told === null ? [id] : [])),
      };
      await write("PUT", path, back, gesture);
      if (checkIn === null) await write("DELETE", path, undefined, `${gesture}-2`);
    },
    { refresh: WEEK_READS },
  );
  const about = [checkInAbout(week)];
  return useKeptWrite<WantedCheckIn, WeekView>(
    (told) => ({
      method: "PUT",
      path,
      body: { ...told, learnedBefore: checkIn?.learned ?? null },
      words: "How your week went.",
      about,
    }),
    {
      refresh: WEEK_READS,
      done: (_week, sent) => {
        say("Told. That is what counts.", () => undo.sendNow(sent));
        done();
      },
      kept: done,
    },
  );
}

/** "How did it go?", in one tap, with the way back. */
export function useAskHowItWent(name: string): Writing<{ memberId: string; week: Day }, { id: string }> {
  const say = useUndo();
  const undo = useWrite((id: string, gesture) => write("DELETE", `/nudges/${id}`, undefined, gesture), {
    refresh: PARTNER_READS,
  });
  return useWrite(
    ({ memberId, week }, gesture) =>
      write<{ id: string }>("POST", `/weeks/${week}/nudges`, { memberId }, gesture),
    {
      refresh: PARTNER_READS,
      done: ({ id }) => say(`${name} finds your question on Today.`, () => undo.sendNow(id)),
    },
  );
}

export function useChoosePartner(name: string): Writing<string, PartnershipView> {
  const say = useUndo();
  const undo = useWrite(
    (id: string, gesture) => write("PUT", `/partnerships/${id}/end`, undefined, gesture),
    {
      refresh: PARTNER_READS,
    },
  );
  return useWrite((withId, gesture) => write<PartnershipView>("POST", "/partnerships", { withId }, gesture), {
    refresh: PARTNER_READS,
    done: ({ id }) => say(`${name} is asked. It holds once they say yes.`, () => undo.sendNow(id)),
  });
}

/** Yes to a colleague, or the end of it; the end with the way back. */
export function usePartnership(id: string): { agree: Writing<void, unknown>; part: Writing<void, unknown> } {
  const say = useUndo();
  const end = `/partnerships/${id}/end`;
  const undo = useWrite((_: void, gesture) => write("DELETE", end, undefined, gesture), {
    refresh: PARTNER_READS,
  });
  const agree = useWrite(
    (_: void, gesture) => write("PUT", `/partnerships/${id}/agreement`, undefined, gesture),
    { refresh: PARTNER_READS, done: () => say("You are partners this quarter.") },
  );
  const part = useWrite((_: void, gesture) => write("PUT", end, undefined, gesture), {
    refresh: PARTNER_READS,
    done: () => say("Ended.", () => undo.sendNow()),
  });
  return { agree, part };
}

/** What a line promises, as it is sent. */
export function promisedOf({ kind, personId, measure, count, dutyId, words }: LineView): Promised {
  if (kind === "ask") return { kind, personId: personId ?? "" };
  if (kind === "count") return { kind, measure: measure ?? "touches", count: count ?? 1 };
  if (kind === "practice") return { kind, count: count ?? 1 };
  return kind === "duty" ? { kind, dutyId: dutyId ?? "" } : { kind, words: words ?? "" };
}
