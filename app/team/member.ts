import type { Actor, Role } from "#lib/kernel/actor.ts";

/** As much of an actor as rights are decided by; the screens have it from GET /me. */
export type Rights = Pick<Actor, "member" | "leads">;

/** Whose record something is: the member and the team they are in now. */
export interface Whose {
  memberId: string;
  teamId: string | null;
}

/** Reps change their own records, managers their teams', leaders everybody's. */
export function mayChangeFor(actor: Pick<Actor, "member" | "leads">, whose: Whose): boolean {
  if (actor.member.role === "leader" || whose.memberId === actor.member.id) return true;
  return actor.member.role === "manager" && whose.teamId !== null && actor.leads.includes(whose.teamId);
}

/** Settings, teams, goals of the company, invitations of leaders. */
export function mayLead(actor: Rights): boolean {
  return actor.member.role === "leader";
}

/** A manager manages the teams they lead, a leader all of them. */
export function mayManageTeam(actor: Rights, teamId: string | null): boolean {
  return (
    mayLead(actor) || (actor.member.role === "manager" && teamId !== null && actor.leads.includes(teamId))
  );
}

/** Leaders move anybody; managers between teams they manage. */
export function mayMove(actor: Rights, fromTeamId: string | null, toTeamId: string | null): boolean {
  return mayManageTeam(actor, fromTeamId) && mayManageTeam(actor, toTeamId);
}

/** Leaders invite anybody; managers invite reps into teams they manage. */
export function mayInvite(actor: Rights, wanted: { role: Role; teamId: string | null }): boolean {
  return mayLead(actor) || (wanted.role === "rep" && mayManageTeam(actor, wanted.teamId));
}

/** here: works with us. invited: has not come in yet. left: was here. */
export const MEMBER_STATES = ["here", "invited", "left"] as const;
export type MemberState = (typeof MEMBER_STATES)[number];

export const ROLES = ["rep", "manager", "leader"] as const satisfies readonly Role[];
