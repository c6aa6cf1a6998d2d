import type { Actor } from "#lib/kernel/actor.ts";

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
export function mayLead(actor: Actor): boolean {
  return actor.member.role === "leader";
}

/** A manager manages the teams they lead, a leader all of them. */
export function mayManageTeam(actor: Actor, teamId: string | null): boolean {
  return mayLead(actor) || (actor.member.role === "manager" && teamId !== null && actor.leads.includes(teamId));
}
