import type { Day } from "./days.ts";
import type { Calendar } from "./fiscal.ts";

export type Role = "rep" | "manager" | "leader";

/** Who acts, where, and when: handed to every action and every rule about rights. */
export interface Actor {
  workspace: {
    id: string;
    slug: string;
    name: string;
    timeZone: string;
    /** ISO 4217 code for amounts that name no other. */
    currency: string;
    calendar: Calendar;
  };
  member: { id: string; name: string; role: Role; teamId: string | null };
  /** Ids of the teams that this member manages. */
  leads: string[];
  now: Date;
  /** The day it is at `now` in the workspace's time zone. */
  today: Day;
}
