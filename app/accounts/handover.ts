import type { Day } from "#lib/kernel/days.ts";
import { invalid } from "#lib/kernel/problem.ts";
import { cleanText } from "#lib/kernel/text.ts";
import { mayChangeFor, type Rights } from "#team/member.ts";
import type { AccountKind } from "./account.ts";

/** Who looks after an account since a day. Whoever built the relationship goes on holding it, and asks. */
export interface Handover {
  id: string;
  /** The account that stands for the one it was said of. */
  accountId: string;
  day: Day;
  /** `memberId` is null of those who are no members here, a customer success team for instance. */
  to: { memberId: string | null; name: string };
  note: string | null;
  /** What in a higher room it came after, a won deal for instance. */
  becauseId: string | null;
  by: { id: string; name: string };
}

/** What a member says: to a member, or to a name. */
export interface SaidHandover {
  day?: Day | null | undefined;
  toMemberId?: string | null | undefined;
  toName?: string | null | undefined;
  note?: string | null | undefined;
  becauseId?: string | null | undefined;
}

const LONGEST_NAME = 120;
const LONGEST_NOTE = 2000;

/** To exactly one of a member and a name. Throws Problem invalid. */
export function cleanHandover(said: SaidHandover): {
  toMemberId: string | null;
  toName: string | null;
  note: string | null;
} {
  const toMemberId = said.toMemberId ?? null;
  const toName = cleanText(said.toName ?? null, LONGEST_NAME, "toName");
  if (toMemberId === null && toName === null) throw invalid("say who looks after the account now", "toName");
  if (toMemberId !== null && toName !== null)
    throw invalid("hand it over to a member or to a name, not to both", "toName");
  return { toMemberId, toName, note: cleanText(said.note ?? null, LONGEST_NOTE, "note") };
}

/** A client whose relationship somebody holds: of others nobody would keep the right to ask. */
export function mayBeHandedOver(account: { kind: AccountKind; holderId: string | null }): boolean {
  return account.kind === "client" && account.holderId !== null;
}

/** The relationship holder, their manager, and leaders. */
export function mayHandOver(actor: Rights, holder: { id: string; teamId: string | null }): boolean {
  return mayChangeFor(actor, { memberId: holder.id, teamId: holder.teamId });
}

/** The one that stands: of the latest day, and of one day the last that was written. */
export function standingHandover<H extends Pick<Handover, "id" | "day">>(handovers: readonly H[]): H | null {
  return (
    handovers.toSorted((a, b) => (a.day === b.day ? (a.id < b.id ? 1 : -1) : a.day < b.day ? 1 : -1))[0] ??
    null
  );
}
