/** What is rehearsed: to ask, to give, and to follow through. */
export const DISCIPLINES = ["asking", "giving", "follow-through"] as const;
export type Discipline = (typeof DISCIPLINES)[number];

/** One act that somebody who listens can answer with yes or no. */
export interface RubricPoint {
  /** Stays the same in every language and edition: "whom". */
  key: string;
  /** The act, said of whoever rehearses: "Names the person they want to meet". */
  act: string;
  /** Why it matters, in one sentence. */
  why: string;
}

/** A list of acts that a rehearsal is scored by. Its key is the skill that it trains. */
export interface Rubric {
  key: string;
  discipline: Discipline;
  name: string;
  points: readonly RubricPoint[];
}

/** Yes or no for each point of a rubric, by its key. */
export type Kept = Readonly<Record<string, boolean>>;

/** The share of the rubric's points that were kept, from 0 to 1; a point without an answer was not kept. */
export function shareKept({ points }: Pick<Rubric, "points">, kept: Kept): number {
  return points.length === 0 ? 0 : points.filter(({ key }) => kept[key] === true).length / points.length;
}
