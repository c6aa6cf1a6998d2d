import type { Role } from "#lib/kernel/actor.ts";

export const ROLE_WORDS: Record<Role, string> = { rep: "Rep", manager: "Manager", leader: "Leader" };

export const ROLE_OPTIONS = [
  { value: "rep", label: "Rep", hint: "Asks, and sees everybody's numbers." },
  {
    value: "manager",
    label: "Manager",
    hint: "Coaches the teams they manage, and changes what belongs to them.",
  },
  { value: "leader", label: "Leader", hint: "Leads the workspace: members, settings and goals." },
] as const satisfies readonly { value: Role; label: string; hint: string }[];
