import type { Day } from "#lib/kernel/days.ts";
import { factDay } from "#lib/kernel/fact-day.ts";
import { conflict, invalid } from "#lib/kernel/problem.ts";
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
export function trimAlignment({ ownerId, dueOn, evidence, link, alignedOn }: Alignment): Alignment {
  return {
    ownerId,
    dueOn,
    evidence: cleanText(evidence, LONGEST.evidence, "evidence"),
    link: cleanLink(link),
    alignedOn,
  };
}

/** Throws Problem invalid naming the field. */
export function checkAlignment({ ownerId, dueOn, evidence, link, alignedOn }: Alignment, today: Day): void {
  if (alignedOn !== null && evidence === null && link === null)
    throw invalid("say in a sentence what shows it, or give a link", "evidence");
  if (alignedOn !== null && alignedOn > today)
    throw invalid("this day is still to come; say so once it is done", "alignedOn");
  if (alignedOn !== null) factDay(alignedOn, today, "alignedOn");
  if (dueOn !== null && ownerId === null) throw invalid("say who sees to it by then", "ownerId");
}

const FIELD_WORDS: Readonly<Record<keyof Alignment, string>> = {
  ownerId: "who sees to it",
  dueOn: "by when",
  evidence: "what shows it",
  link: "the link",
  alignedOn: "whether it follows",
};

/**
 * What was changed since `before`, over what others said in the meantime. Throws Problem conflict where both changed the same, with
 * who did.
 */
export function joinAlignment(
  before: Alignment,
  wanted: Alignment,
  now: Alignment,
  byName: string,
): Alignment {
  const fields = Object.keys(FIELD_WORDS) as (keyof Alignment)[];
  const changed = (from: Alignment, to: Alignment) => fields.filter((field) => from[field] !== to[field]);
  const mine = changed(before, wanted);
  const both = changed(before, now).filter((field) => mine.includes(field) && wanted[field] !== now[field]);
  if (both.length > 0)
    throw conflict(
      `${byName} changed ${both.map((field) => FIELD_WORDS[field]).join(" and ")} in the meantime. Read that, then say it anew`,
    );
  return { ...now, ...Object.fromEntries(mine.map((field) => [field, wanted[field]])) };
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
  // Of what was said on one day the last is a correction of the rest.
  const standing = said.filter(({ day }, at) => at === 0 || said[at - 1]?.day !== day);
  // What was said later of an earlier day holds from that day on.
  const held = standing.find(
    ({ day, alignedOn }) => (alignedOn !== null && alignedOn < day ? alignedOn : day) <= on,
  );
  return held !== undefined && held.alignedOn !== null && held.alignedOn <= on;
}
