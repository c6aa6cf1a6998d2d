import { invalid } from "#lib/kernel/problem.ts";
import { cleanText } from "#lib/kernel/text.ts";

export const TARGET_KINDS = ["person", "account"] as const;
export type TargetKind = (typeof TARGET_KINDS)[number];

const LONGEST_WHY = 500;

/** Throws Problem invalid unless exactly one of both is there. */
export function checkTarget(said: { personId?: string | null; accountId?: string | null }): void {
  const ids = [said.personId, said.accountId].filter((id) => id !== null && id !== undefined);
  if (ids.length !== 1) throw invalid("a target is one person or one company", "personId");
}

export function cleanWhy(why: string | null | undefined): string | null {
  return cleanText(why, LONGEST_WHY, "why");
}
