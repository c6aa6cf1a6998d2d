import { addDays, dayIn } from "#lib/kernel/days.ts";
import { MOST_AT_ONCE, type DutyKind, type DutyState } from "./duty.ts";

/** As much of a duty as is needed to put several into one line. */
export interface Groupable {
  id: string;
  kind: DutyKind;
  referralId: string;
  sourceId: string;
  dueAt: string;
  state: DutyState;
  responsible: { because: "rep" | "passed" | "stands-in" };
  memberId: string;
  contactName: string;
  /** A gift that was asked for, which may be all that is missing. */
  gift: object | null;
}

/** What is done in one conversation with one source: at the close they are told and thanked at once, and thanked for several in one breath. */
export interface DutyGroup<D extends Groupable> {
  id: string;
  ids: string[];
  kinds: DutyKind[];
  /** The one due first. */
  first: D;
  /** For whom they are thanked, where it is for several. */
  contactNames: string[];
}

/** `duties` are in the order in which they are due. */
export function inGroups<D extends Groupable>(duties: readonly D[]): DutyGroup<D>[] {
  const together = Map.groupBy(duties, (duty) =>
    isThanksOwed(duty) ? ["thanks", duty.sourceId, ...seenToAs(duty)].join(" ") : inOneIntroduction(duty),
  );
  return [...together.values()]
    .flatMap((group) => inTaps(group))
    .map((group) => {
      const ids = group.map(({ id }) => id).toSorted();
      const contactNames = [...new Set(group.map(({ contactName }) => contactName))];
      const kinds = group.map(({ kind }) => kind);
      return { id: ids[0] as string, ids, kinds, first: group[0] as D, contactNames };
    });
}

/** Thanks for an introduction; at the close it goes together with the word. */
function isThanksOwed({ kind, state, gift }: Groupable): boolean {
  return kind === "thank" && (state === "open" || state === "late") && gift === null;
}

function seenToAs({ responsible, memberId }: Groupable): string[] {
  return [responsible.because, memberId];
}

function inOneIntroduction({ referralId, sourceId, dueAt, state, kind }: Groupable): string {
  return [referralId, sourceId, dueAt, state, kind.endsWith("-close") ? "close" : kind].join(" ");
}

/** As many as one tap settles. */
function inTaps<T>(group: readonly T[]): T[][] {
  const parts = Math.ceil(group.length / MOST_AT_ONCE);
  return Array.from({ length: parts }, (_, at) => group.slice(at * MOST_AT_ONCE, (at + 1) * MOST_AT_ONCE));
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
