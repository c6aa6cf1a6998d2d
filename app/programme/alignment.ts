import type { Day } from "#lib/kernel/days.ts";
import { invalid } from "#lib/kernel/problem.ts";
import { cleanText } from "#lib/kernel/text.ts";
import { mayLead, type Rights } from "#team/member.ts";

/** What has to follow the priority, in the order in which a new rep meets it. METHOD.md, rule 14. */
export const AREAS = [
  "recruiting",
  "onboarding",
  "training",
  "compensation",
  "sales-process",
  "meetings",
] as const;
export type Area = (typeof AREAS)[number];

/** In this order: the first that holds. nobody: no owner who is still here. */
export const ALIGNMENT_STATES = ["aligned", "nobody", "late", "due", "in-hand"] as const;
export type AlignmentState = (typeof ALIGNMENT_STATES)[number];

/** What is said of an area. */
export interface Alignment {
  ownerId: string | null;
  dueOn: Day | null;
  /** What shows it, in words, and where it can be read. */
  evidence: string | null;
  link: string | null;
  /** Since when it follows the priority; null: not yet. */
  alignedOn: Day | null;
}

export const NOTHING_SAID: Alignment = {
  ownerId: null,
  dueOn: null,
  evidence: null,
  link: null,
  alignedOn: null,
};

/** From so many days before its day on an area is due. */
export const DUE_DAYS_BEFORE = 7;

export function stateOfArea(
  { ownerId, dueOn, alignedOn }: Alignment,
  { ownerIsHere, today, soon }: { ownerIsHere: boolean; today: Day; soon: Day },
): AlignmentState {
  if (alignedOn !== null) return "aligned";
  if (ownerId === null || !ownerIsHere) return "nobody";
  if (dueOn === null || dueOn > soon) return "in-hand";
  return dueOn < today ? "late" : "due";
}

/** A leader says whose it is and by when; whoever it is, and a leader, what shows it. */
export function maySayOf(actor: Rights, { ownerId }: Pick<Alignment, "ownerId">): boolean {
  return mayLead(actor) || ownerId === actor.member.id;
}

const LONGEST = { evidence: 2_000, link: 500 } as const;

/** Trims. Throws Problem invalid naming the field. */
export function cleanAlignment(said: Alignment, today: Day): Alignment {
  const evidence = cleanText(said.evidence, LONGEST.evidence, "evidence");
  const link = cleanLink(said.link);
  const { alignedOn, dueOn, ownerId } = said;
  if (alignedOn !== null && evidence === null && link === null)
    throw invalid("say in a sentence what shows it, or give a link", "evidence");
  if (alignedOn !== null && alignedOn > today)
    throw invalid("this day is still to come; say so once it is done", "alignedOn");
  if (dueOn !== null && ownerId === null) throw invalid("say who sees to it by then", "ownerId");
  return { ownerId, dueOn, evidence, link, alignedOn };
}

/** An address that a browser can open. Throws Problem invalid. */
function cleanLink(text: string | null): string | null {
  const link = cleanText(text, LONGEST.link, "link");
  if (link === null) return null;
  if (!/^https?:\/\//i.test(link) || !URL.canParse(link))
    throw invalid("write the whole address, beginning with https://", "link");
  return link;
}

/** Whether an area followed the priority on that day, by what was said of it; `said`: what stands, the last first. */
export function alignedAt(said: readonly (Pick<Alignment, "alignedOn"> & { day: Day })[], on: Day): boolean {
  // What was said later of an earlier day holds from that day on.
  const held = said.find(
    ({ day, alignedOn }) => (alignedOn !== null && alignedOn < day ? alignedOn : day) <= on,
  );
  return held !== undefined && held.alignedOn !== null && held.alignedOn <= on;
}
