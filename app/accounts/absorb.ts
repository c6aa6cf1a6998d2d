/** What the kept one took over from the other, so that the undo gives back just that. */
export interface Took {
  /** What the kept one had, and has since the merge. */
  fields: Record<string, { was: unknown; became: unknown }>;
  /** Entries that its lists did not have. */
  added: Record<string, string[]>;
}

type Facts = Record<string, unknown>;

/**
 * The kept one's facts with its gaps filled from the other's and its lists completed. `together` are fields that only make sense
 * as a group (title and account): filled only when all of them are gaps. Long texts of both stand one after the other.
 */
export function absorb<F extends object>(
  keptFacts: F,
  otherFacts: F,
  rules: {
    fill: readonly (keyof F & string)[];
    lists?: readonly (keyof F & string)[];
    texts?: readonly (keyof F & string)[];
  },
): { facts: F; took: Took } {
  const kept = keptFacts as Facts;
  const other = otherFacts as Facts;
  const took: Took = { fields: {}, added: {} };
  const facts: Facts = { ...kept };
  const take = (field: string, became: unknown) => {
    facts[field] = became;
    took.fields[field] = { was: kept[field] ?? null, became };
  };
  for (const field of rules.fill) {
    if (isGap(kept[field]) && !isGap(other[field])) take(field, other[field]);
  }
  for (const field of rules.texts ?? []) {
    const [mine, theirs] = [kept[field], other[field]] as (string | null)[];
    if (theirs && theirs !== mine) take(field, mine ? `${mine}\n\n${theirs}` : theirs);
  }
  for (const field of rules.lists ?? []) {
    const mine = kept[field] as string[];
    const added = (other[field] as string[]).filter((value) => !mine.includes(value));
    if (added.length === 0) continue;
    facts[field] = [...mine, ...added];
    took.added[field] = added;
  }
  return { facts: facts as F, took };
}

/**
 * The facts after the undo: what was taken over goes, unless it was changed since; `others` are entries of lists that somebody
 * else who is still merged has as well.
 */
export function giveBack<F extends object>(
  now: F,
  took: Took,
  others: Record<string, readonly string[]> = {},
): F {
  const facts: Facts = { ...(now as Facts) };
  for (const [field, { was, became }] of Object.entries(took.fields)) {
    if (facts[field] === became) facts[field] = was;
  }
  for (const [field, added] of Object.entries(took.added)) {
    const gone = new Set(added.filter((value) => !others[field]?.includes(value)));
    facts[field] = (facts[field] as string[]).filter((value) => !gone.has(value));
  }
  return facts as F;
}

function isGap(value: unknown): boolean {
  return value === null || value === undefined || value === "";
}
