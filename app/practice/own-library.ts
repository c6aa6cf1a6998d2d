import { invalid } from "#lib/kernel/problem.ts";
import { cleanText } from "#lib/kernel/text.ts";
import type { Rights } from "#team/member.ts";
import type { RubricPoint } from "./rubric.ts";
import type { Scenario } from "./scenario.ts";

export const FEWEST_POINTS = 3;
export const MOST_POINTS = 9;
export const MOST_OBJECTIONS = 6;
export const LONGEST = { name: 80, who: 200, situation: 700, line: 300 } as const;

/** Managers and leaders say by what everybody is scored. */
export function mayWriteRubric(actor: Rights): boolean {
  return actor.member.role !== "rep";
}

/** Everybody adds scenarios; who added one changes it, and managers and leaders change any. `authorId` null: of the library. */
export function mayChangeScenario(actor: Rights, authorId: string | null): boolean {
  return actor.member.role !== "rep" || authorId === actor.member.id;
}

/** A point without a key is a new one and gets one. Throws Problem invalid naming the field. */
export function cleanRubric(
  wanted: { name: string; points: readonly { key?: string | undefined; act: string; why: string }[] },
  newKey: () => string,
): { name: string; points: RubricPoint[] } {
  const name = need(wanted.name, LONGEST.name, "name", "give the rubric a name");
  const many = wanted.points.length;
  if (many < FEWEST_POINTS || many > MOST_POINTS)
    throw invalid(
      `from ${FEWEST_POINTS} to ${MOST_POINTS} points: more nobody hears while somebody speaks`,
      "points",
    );
  const points = wanted.points.map(({ key, act, why }) => ({
    key: key ?? newKey(),
    act: need(act, LONGEST.line, "points", "say each act, as something that was done or was not"),
    why: cleanText(why, LONGEST.line, "points") ?? "",
  }));
  if (new Set(points.map(({ key }) => key)).size < many)
    throw invalid("a point stands there twice", "points");
  if (points.some(({ key }) => !/^[a-z0-9][a-z0-9-]{0,59}$/.test(key)))
    throw invalid("the key of a point is made of small letters, digits and hyphens", "points");
  return { name, points };
}

/** The texts as they are kept. Throws Problem invalid naming the field. */
export function cleanScenario<
  S extends Pick<Scenario, "name" | "who" | "situation" | "opening" | "objections">,
>(wanted: S): S {
  const objections = wanted.objections.flatMap((each) => cleanText(each, LONGEST.line, "objections") ?? []);
  if (objections.length > MOST_OBJECTIONS)
    throw invalid(`at most ${MOST_OBJECTIONS} objections`, "objections");
  return {
    ...wanted,
    name: need(wanted.name, LONGEST.name, "name", "give the scenario a name"),
    who: need(wanted.who, LONGEST.who, "who", "say who sits opposite"),
    situation: need(wanted.situation, LONGEST.situation, "situation", "say what the situation is"),
    opening: need(wanted.opening, LONGEST.line, "opening", "write what they say first"),
    objections,
  };
}

function need(text: string, longest: number, field: string, otherwise: string): string {
  const clean = cleanText(text, longest, field);
  if (clean === null) throw invalid(otherwise, field);
  return clean;
}
