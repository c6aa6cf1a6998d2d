import { shareOf } from "./share-of.ts";

/** How many work at a company of the story: some hundred mostly, here a workshop and there a group; of every eighth nobody knows. */
export function employeesOf(company: string): number | null {
  if (shareOf(`known ${company}`) < 1 / 8) return null;
  return Math.round(4 * 500 ** shareOf(`employees ${company}`));
}
