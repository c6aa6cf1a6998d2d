import { invalid } from "#lib/kernel/problem.ts";
import { cleanText } from "#lib/kernel/text.ts";
import { mayLead, mayManageTeam, type Rights } from "#team/member.ts";

/** Whose picture it is. */
export const SCOPES = ["rep", "team", "workspace"] as const;
export type Scope = (typeof SCOPES)[number];

/** A written picture of whom we want to meet; empty texts count as not said. */
export interface IdealClientFacts {
  name: string;
  level: string | null;
  /** The kind of company. */
  company: string | null;
  /** One or several, with commas between; null: any. */
  industry: string | null;
  /** The situation they are in, or what triggers the need. */
  situation: string | null;
  /** What they say when they need us, in their words. */
  says: string | null;
  /** Who looks like it and is not. */
  notWho: string | null;
}

/** Of one rep, of a team, or, with neither, of the workspace. */
export interface BelongsTo {
  memberId: string | null;
  teamId: string | null;
}

const LONGEST = {
  name: 120,
  level: 200,
  company: 400,
  industry: 200,
  situation: 600,
  says: 600,
  notWho: 400,
} as const;

/** Throws Problem invalid naming the field that cannot be. */
export function cleanIdealClient(said: Partial<IdealClientFacts>): IdealClientFacts {
  const text = (field: keyof typeof LONGEST) => cleanText(said[field], LONGEST[field], field);
  const name = text("name");
  if (name === null)
    throw invalid("give the picture a name, such as “Plant managers who open a second site”", "name");
  return {
    name,
    level: text("level"),
    company: text("company"),
    industry: text("industry"),
    situation: text("situation"),
    says: text("says"),
    notWho: text("notWho"),
  };
}

export function scopeOf({ memberId, teamId }: BelongsTo): Scope {
  if (memberId !== null) return "rep";
  return teamId === null ? "workspace" : "team";
}

/** A rep draws on their own pictures, their team's and the workspace's. */
export function appliesTo(picture: BelongsTo, member: { id: string; teamId: string | null }): boolean {
  if (picture.memberId !== null) return picture.memberId === member.id;
  return picture.teamId === null || picture.teamId === member.teamId;
}

/** Those that apply to the member: their own first, then the team's, then the workspace's; within each by name. */
export function picturesFor<P extends BelongsTo & { id: string; name: string }>(
  pictures: readonly P[],
  member: { id: string; teamId: string | null },
): P[] {
  return pictures.filter((picture) => appliesTo(picture, member)).toSorted(byNearness);
}

/** The nearest to a rep first; the same order whatever the order before. */
export function byNearness(
  one: BelongsTo & { id: string; name: string },
  other: BelongsTo & { id: string; name: string },
): number {
  const rank = (picture: BelongsTo) => SCOPES.indexOf(scopeOf(picture));
  return rank(one) - rank(other) || compare(one.name, other.name) || compare(one.id, other.id);
}

/** One's own picture is drawn by oneself, a team's by its manager, the workspace's by leaders. */
export function mayDraw(actor: Rights, picture: BelongsTo): boolean {
  if (picture.memberId !== null) return picture.memberId === actor.member.id;
  return picture.teamId === null ? mayLead(actor) : mayManageTeam(actor, picture.teamId);
}

/** In words as one tells them to a source: "a plant manager at makers of machines; who opens a second site". */
export function pictureInWords({ name, level, company, situation }: IdealClientFacts): string {
  const whom =
    level === null
      ? [name, company]
      : [company === null ? level : `${bare(level)} at ${without("at ", company)}`];
  return [...whom, situation].flatMap((part) => (part === null ? [] : [bare(part)])).join("; ");
}

function bare(text: string): string {
  return text.replace(/[.;,\s]+$/, "");
}

function without(beginning: string, text: string): string {
  return text.startsWith(beginning) ? text.slice(beginning.length) : text;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
