import type { Day } from "#lib/kernel/days.ts";
import { mayManageTeam, type Rights } from "#team/member.ts";

/** So many days a permit lets somebody ask, the day it was given not counted. */
export const PERMIT_DAYS = 14;

interface Permit {
  id: string;
  memberId: string;
  day: Day;
  untilDay: Day;
  byId: string;
  usedBy: string | null;
}

/**
 * The permit that lets `memberId` ask on that day: one that no other ask has used, the approver's before anybody else's, then
 * the one that lapses first. `askId` is the ask of this week, which may use its own again.
 */
export function permitFor<P extends Permit>(
  permits: readonly P[],
  wanted: { memberId: string; day: Day; askId: string | null; approverId: string | null },
): P | null {
  const [best] = permits
    .filter(
      (permit) =>
        permit.memberId === wanted.memberId &&
        (permit.usedBy === null ? isCurrent(permit, wanted.day) : permit.usedBy === wanted.askId),
    )
    .toSorted(
      (a, b) =>
        Number(b.byId === wanted.approverId) - Number(a.byId === wanted.approverId) ||
        Number(a.usedBy === null) - Number(b.usedBy === null) ||
        (a.untilDay < b.untilDay ? -1 : a.untilDay > b.untilDay ? 1 : a.id < b.id ? -1 : 1),
    );
  return best ?? null;
}

export function isCurrent(permit: Pick<Permit, "day" | "untilDay">, day: Day): boolean {
  return permit.day <= day && day <= permit.untilDay;
}

/** A manager of the rep, a leader, and the source's approver may let a rep ask. */
export function mayPermit(actor: Rights, rep: { teamId: string | null }, approverId: string | null): boolean {
  return mayManageTeam(actor, rep.teamId) || actor.member.id === approverId;
}
