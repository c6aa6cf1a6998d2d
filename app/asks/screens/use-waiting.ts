import { write } from "#lib/web/api.ts";
import type { Page } from "#lib/kernel/page.ts";
import type { Day } from "#lib/kernel/days.ts";
import { useRead, useWrite, type Reading, type Writing } from "#lib/web/queries.ts";
import { useUndo } from "#lib/web/undo-toast.tsx";
import { shortDay } from "#lib/kernel/day-words.ts";
import type { MomentView } from "../moment-view.ts";
import type { PlanView } from "../plan-view.ts";
import type { SeedView } from "../seed-view.ts";
import type { SeedMoment } from "../seed.ts";
import { WHY_NOT_WORDS, type WhyNotAsked } from "../why-not.ts";
import { ASK_READS } from "./use-ask-writes.ts";

const MOST = 100;

/**
 * The plan of that id, or else the one of this member for this person that stands. Undefined while it is not known, null where
 * there is none, or where it cannot be seen just now.
 */
export function usePlanFor(
  personId: string,
  planId: string,
  memberId: string | undefined,
): PlanView | null | undefined {
  const named = useRead<PlanView>(planId === "" ? undefined : `/plans/${planId}`);
  const standing = useRead<Page<PlanView>>(planId === "" && memberId !== undefined ? "/plans" : undefined, {
    member: memberId,
    person: personId,
    state: "planned",
    limit: 1,
  });
  if (named.problem ?? standing.problem) return null;
  if (planId !== "") return named.data;
  return standing.data === undefined ? undefined : (standing.data.items[0] ?? null);
}

/** The plans of a member: of one week, or those whose week has gone by and that stand still. */
export function usePlans(
  memberId: string,
  which: { week: Day } | { state: "unasked" },
): Reading<Page<PlanView>> {
  return useRead<Page<PlanView>>("/plans", { member: memberId, limit: MOST, ...which });
}

/** The moments that are due: of a relationship holder, or at an account; with what was planted there. */
export function useDueMoments(
  of: { member: string; askable: true } | { account: string },
): Reading<Page<MomentView>> {
  return useRead<Page<MomentView>>("/moments", { ...of, state: "due", limit: 20 });
}

/** Plans somebody in one tap, with the way back. */
export function usePlanAsk(done: () => void): Writing<{ personId: string; week?: Day }, PlanView> {
  const say = useUndo();
  const back = useWrite((id: string, gesture) => write("DELETE", `/plans/${id}`, undefined, gesture), {
    refresh: ASK_READS,
  });
  return useWrite((wanted, gesture) => write<PlanView>("POST", "/plans", wanted, gesture), {
    refresh: ASK_READS,
    done: ({ id, personName, askId }) => {
      if (askId === null) say(`${personName}: planned.`, () => back.sendNow(id));
      else say(`${personName} was asked this week already.`);
      done();
    },
  });
}

export type SaidOfPlan = Partial<
  Pick<
    PlanView,
    "moment" | "whyNow" | "wanted" | "expects" | "topics" | "idealClientId" | "reasonId" | "targetId"
  >
>;

/** Says more about a plan, with the way back. */
export function useChangePlan(plan: PlanView, done: () => void): Writing<SaidOfPlan, PlanView> {
  const say = useUndo();
  const change = (said: SaidOfPlan, gesture: string) =>
    write<PlanView>("PATCH", `/plans/${plan.id}`, said, gesture);
  const undo = useWrite(change, { refresh: ASK_READS });
  return useWrite(change, {
    refresh: ASK_READS,
    done: () => {
      const { moment, whyNow, wanted, expects, topics, idealClientId, reasonId, targetId } = plan;
      const before = { moment, whyNow, wanted, expects, topics, idealClientId, reasonId, targetId };
      say(`${plan.personName}: written down.`, () => undo.sendNow(before));
      done();
    },
  });
}

/** Into another week, with the way back. */
export function useMovePlan(plan: PlanView): Writing<Day, PlanView> {
  const say = useUndo();
  const move = (week: Day, gesture: string) =>
    write<PlanView>("PUT", `/plans/${plan.id}/week`, { week }, gesture);
  const undo = useWrite(move, { refresh: ASK_READS });
  return useWrite(move, {
    refresh: ASK_READS,
    done: ({ week }) =>
      say(`${plan.personName}: moved to the week of ${shortDay(week, plan.week)}.`, () =>
        undo.sendNow(plan.week),
      ),
  });
}

/** Why not, in one tap, of a plan or of a moment, with the way back. */
export function useSayWhyNot(
  path: "/plans" | "/moments",
  of: { id: string; name: string },
  done: (why: WhyNotAsked) => void = () => undefined,
): Writing<WhyNotAsked, unknown> {
  const say = useUndo();
  const undo = useWrite(
    (_: void, gesture) => write("DELETE", `${path}/${of.id}/let-go`, undefined, gesture),
    { refresh: ASK_READS },
  );
  return useWrite((why: WhyNotAsked, gesture) => write("PUT", `${path}/${of.id}/let-go`, { why }, gesture), {
    refresh: ASK_READS,
    done: (_answer, why) => {
      say(`${of.name}: ${WHY_NOT_WORDS[why].toLowerCase()}.`, () => undo.sendNow());
      done(why);
    },
  });
}

/** Not now to the reminder of an account that others look after, in one tap, with the way back. */
export function usePutOffReminder(of: { id: string; accountName: string }): Writing<void, unknown> {
  const say = useUndo();
  const path = `/handovers/${of.id}/put-off`;
  const undo = useWrite((_: void, gesture) => write("DELETE", path, undefined, gesture), {
    refresh: REMINDER_READS,
  });
  return useWrite((_: void, gesture) => write("PUT", path, undefined, gesture), {
    refresh: REMINDER_READS,
    done: () => say(`${of.accountName}: not now. It comes back in a quarter.`, () => undo.sendNow()),
  });
}

const REMINDER_READS = ["/handovers", "/handover-reminders"];

export interface SeedToPlant {
  personId: string;
  day: Day;
  moment: SeedMoment;
  words?: string;
  memberId?: string;
}

/** Writes down what was said early, with the way back. */
export function usePlantSeed(done: (seed: SeedView) => void): Writing<SeedToPlant, SeedView> {
  const say = useUndo();
  const back = useWrite((id: string, gesture) => write("DELETE", `/seeds/${id}`, undefined, gesture), {
    refresh: ASK_READS,
  });
  return useWrite((seed: SeedToPlant, gesture) => write<SeedView>("POST", "/seeds", seed, gesture), {
    refresh: ASK_READS,
    done: (seed) => {
      const what = seed.moment === "discovery" ? "the seed is planted" : "the promise is written down";
      say(`${seed.personName}: ${what}.`, () => back.sendNow(seed.id));
      done(seed);
    },
  });
}
