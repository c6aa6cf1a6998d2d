import { addDays, dayIn } from "#lib/kernel/days.ts";
import type { DutyKind, DutyState } from "./duty.ts";

/** As much of a duty as is needed to put several into one line. */
export interface Groupable {
  id: string;
  kind: DutyKind;
  referralId: string;
  sourceId: string;
  dueAt: string;
  state: DutyState;
  responsible: { because: "rep" | "passed" | "stands-in" };
}

/** What is done in one conversation with one source: at the close they are told and thanked at once. */
export interface DutyGroup<D extends Groupable> {
  id: string;
  ids: string[];
  kinds: DutyKind[];
  first: D;
}

export function inGroups<D extends Groupable>(duties: readonly D[]): DutyGroup<D>[] {
  const together = Map.groupBy(duties, ({ referralId, sourceId, dueAt, state, kind }) =>
    [referralId, sourceId, dueAt, state, kind.endsWith("-close") ? "close" : kind].join(" "),
  );
  return [...together.values()].map((group) => {
    const ids = group.map(({ id }) => id).toSorted();
    return { id: ids[0] as string, ids, kinds: group.map(({ kind }) => kind), first: group[0] as D };
  });
}

/** A report is far ahead: it comes up this many days before it is due. Everything else is owed from the start. */
export const REPORT_AHEAD_DAYS = 3;

/** What is late for longer was missed: it stays on record and in the measures, and piles up on nobody's day. */
export const MISSED_AFTER_DAYS = 60;

export function isMissed({ state, dueAt }: Pick<Groupable, "state" | "dueAt">, now: Date): boolean {
  return state === "late" && now.getTime() - Date.parse(dueAt) > MISSED_AFTER_DAYS * 86_400_000;
}

/** Whether the day's card shows it; the answer to one's own introduction has a place of its own there. */
export function comesUp(duty: Groupable, now: Date, timeZone: string): boolean {
  const { kind, state, dueAt, responsible } = duty;
  if (isMissed(duty, now)) return false;
  if (state !== "open" && state !== "late") return false;
  if (kind === "respond") return responsible.because !== "rep";
  if (kind !== "report" || state === "late") return true;
  return dayIn(new Date(dueAt), timeZone) <= addDays(dayIn(now, timeZone), REPORT_AHEAD_DAYS);
}
