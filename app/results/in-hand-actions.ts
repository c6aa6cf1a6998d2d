import { addDays, daysBetween, type Day } from "#lib/kernel/days.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { Whose } from "#scorecard/scorecard-actions.ts";
import { pastFrom, pastWithoutPace } from "./past-actions.ts";
import { aheadOf, openIn } from "./past.ts";
import type { TooEarly } from "./projection.ts";
import type { Range } from "./range.ts";
import { perStep, type Step } from "./step.ts";
import type { Looker } from "./results-actions.ts";
import { projectAside } from "./simulate-server.ts";

/** `until`: the last day of its weeks, which is the day that was asked for or one of the six after it. */
export type InHand = TooEarly | { kind: "in-hand"; weeks: number; until: Day; meetings: Range; deals: Range };

/** Tries that may still come, and since when they were tried: what is older does not any more. */
export type OpenTries = Record<Step, { many: number; since: Day }>;

/**
 * What asks and introductions there are today can still bring until each of these days, with no new ask and no new introduction: first
 * meetings held and deals won, each as 8 of 10 such times would have it; and how many there are, null once all of the days are over. Weeks
 * begun are taken whole; nothing for a day that is over.
 */
export async function inHandUntil(
  tx: Tx,
  looker: Looker,
  whose: Pick<Whose, "kind" | "id">,
  days: readonly Day[],
): Promise<{ days: InHand[]; open: OpenTries | null }> {
  const weeksUntil = (day: Day) => Math.max(0, Math.ceil(daysBetween(looker.today, day) / 7));
  const longest = Math.max(...days.map(weeksUntil));
  const found = longest === 0 ? null : await projectionInHand(tx, looker, whose, longest);
  return {
    open: found?.open ?? null,
    days: days.map((day) => {
      const weeks = weeksUntil(day);
      const about = {
        kind: "in-hand" as const,
        weeks,
        until: weeks === 0 ? day : addDays(looker.today, 7 * weeks),
      };
      if (weeks === 0 || found === null) return { ...about, meetings: NOTHING, deals: NOTHING };
      if (found.projection.kind === "too-early") return found.projection;
      const { meetings, deals } = found.projection.steps;
      return { ...about, meetings: meetings[weeks - 1]!, deals: deals[weeks - 1]! };
    }),
  };
}

async function projectionInHand(tx: Tx, looker: Looker, whose: Pick<Whose, "kind" | "id">, weeks: number) {
  const past = await pastWithoutPace(tx, looker, whose);
  const projection = await projectAside(aheadOf(past, { weeks }));
  const from = pastFrom(looker.today);
  const tries = openIn(past, projection.kind === "too-early");
  const open = perStep((step) => {
    const { many, weeks: young } = tries[step];
    return { many, since: young === null ? from : addDays(looker.today, 1 - 7 * young) };
  });
  return { projection, open };
}

const NOTHING = { low: 0, middle: 0, high: 0 };
