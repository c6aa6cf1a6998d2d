import type { Actor } from "#lib/kernel/actor.ts";
import { addDays } from "#lib/kernel/days.ts";
import { periodOf } from "#lib/kernel/fiscal.ts";
import type { Tx } from "#lib/storage/database.ts";
import { othersIn } from "./partner-actions.ts";
import { repsOf } from "./partner-reader.ts";
import { partnershipsBetween, type PartnershipRow } from "./partner-store.ts";

/** So long somebody is told that a partner is theirs no longer. */
const NEWS_DAYS = 21;

export interface PartnerNews {
  /** Who wants the member as a partner. */
  wanted: { id: string; names: string[] }[];
  /** With whom it ended lately, where they have nobody now. */
  lost: { names: string[]; why: "quarter-over" | "ended" } | null;
  /** Of the reps whom the member leads, how many had a partner last quarter and have none in this; 0: nothing to do. */
  unpaired: number;
}

/** What a member should hear of partners: who asks, that theirs is gone, and whom they lead who have nobody since the quarter changed. */
export async function partnerNews(tx: Tx, actor: Actor): Promise<PartnerNews> {
  const { id: memberId, role } = actor.member;
  const quarter = periodOf(actor.today, "quarter", actor.workspace.calendar);
  const span = { from: addDays(quarter.start, -1), to: actor.today };
  const all = await partnershipsBetween(tx, span, { ended: true, ...(role === "rep" && { memberId }) });
  const now = all.filter((row) => row.endedOn === null && row.untilDay >= actor.today);
  const mine = now.filter((row) => hasMember(row, memberId));
  const wanted = mine.filter((row) => !row.agreed && row.byId !== memberId);
  return {
    wanted: wanted.map((row) => ({ id: row.id, names: namesBeside(row, memberId) })),
    lost: mine.length > 0 ? null : lostIn(all, actor),
    unpaired: role === "rep" ? 0 : await unpairedIn(tx, actor, all, now),
  };
}

function lostIn(all: readonly PartnershipRow[], actor: Actor): PartnerNews["lost"] {
  const { id } = actor.member;
  const since = addDays(actor.today, -NEWS_DAYS);
  const last = all.findLast(
    (row) =>
      row.agreed &&
      hasMember(row, id) &&
      (row.endedOn === null ? row.untilDay < actor.today : row.endedBy !== id) &&
      (row.endedOn ?? row.untilDay) >= since,
  );
  if (last === undefined) return null;
  return { names: namesBeside(last, id), why: last.endedOn === null ? "quarter-over" : "ended" };
}

async function unpairedIn(
  tx: Tx,
  actor: Actor,
  all: readonly PartnershipRow[],
  now: readonly PartnershipRow[],
): Promise<number> {
  const before = all.filter((row) => row.agreed && row.endedOn === null && row.untilDay < actor.today);
  if (before.length === 0) return 0;
  const led = actor.member.role === "leader" ? undefined : actor.leads;
  const unpaired = (await repsOf(tx, led)).filter(
    ({ id }) => before.some((row) => hasMember(row, id)) && !now.some((row) => hasMember(row, id)),
  );
  return unpaired.length;
}

function hasMember({ members }: PartnershipRow, memberId: string): boolean {
  return members.some(({ id }) => id === memberId);
}

function namesBeside(row: PartnershipRow, memberId: string): string[] {
  return othersIn(row, memberId).map(({ name }) => name);
}
