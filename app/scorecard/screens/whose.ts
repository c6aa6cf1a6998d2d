import type { Me } from "#team/me-view.ts";

type Who = { member: Pick<Me["member"], "id" | "role" | "teamId">; leads: Me["leads"] };

/** Whose numbers somebody sees before they choose: a leader the company's, a manager their team's, a rep their own. */
export function opensOn(me: Who): string {
  if (me.member.role === "leader") return "company";
  const team = me.member.role === "manager" ? teamOf(me) : null;
  return team === null ? "me" : `team:${team}`;
}

/** What they are called as far as one knows without asking: one's own name, the company's. */
export function nameKnown(
  of: string,
  me: Who & { member: { name: string }; workspace: { name: string } },
): string {
  if (of === "company") return me.workspace.name;
  return whoseIn(of, me).member === me.member.id ? me.member.name : "…";
}

/** The team of "My team": the one they manage, or else the one they belong to. */
export function teamOf(me: Who): string | null {
  return me.leads[0] ?? me.member.teamId;
}

/** What the server is asked for: "me", "company", team:ID or member:ID. */
export function whoseIn(of: string, me: Who): { member?: string; team?: string } {
  if (of === "company") return {};
  const [kind, id] = of.split(":");
  if (kind === "team" && id) return { team: id };
  return { member: kind === "member" && id ? id : me.member.id };
}
