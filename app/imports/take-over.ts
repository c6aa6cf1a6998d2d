/** What a row changes about something that is here: by field, what stands there and what shall. */
export type Changes = Record<string, { was: unknown; is: unknown }>;

/**
 * What is taken over from another system: a field of ours that is empty is filled; one that still holds what that system said
 * the last time follows it; one that a person has written here stays. Lists only grow, by what was not taken off here.
 * `empties` are values that count as empty besides null.
 */
export function takeOver<F extends object>(
  now: F,
  says: Partial<F>,
  saidBefore: Partial<F> | null,
  empties: Partial<F> = {},
): { facts: F; changes: Changes } {
  const facts = { ...now };
  const changes: Changes = {};
  for (const field of Object.keys(says) as (keyof F & string)[]) {
    const is = merged(now[field], says[field], saidBefore?.[field], empties[field]);
    if (is === now[field]) continue;
    facts[field] = is as F[typeof field];
    changes[field] = { was: now[field], is };
  }
  return { facts, changes };
}

/** Takes changes back where nobody has changed the field since. Answers the facts as they were, and whether any field was. */
export function giveBack<F extends object>(
  now: F,
  changes: Changes,
): { facts: F; back: string[]; kept: string[] } {
  const facts = { ...now } as Record<string, unknown>;
  const back: string[] = [];
  const kept: string[] = [];
  for (const [field, { was, is }] of Object.entries(changes)) {
    const here = facts[field];
    if (Array.isArray(here) && Array.isArray(is) && Array.isArray(was)) {
      const added = new Set(is.filter((value) => !was.includes(value)));
      facts[field] = here.filter((value) => !added.has(value));
      back.push(field);
    } else if (same(here, is)) {
      facts[field] = was;
      back.push(field);
    } else {
      kept.push(field);
    }
  }
  return { facts: facts as F, back, kept };
}

/** As values, whatever the order of an object's fields: what comes back from the database has another. */
export function same(one: unknown, other: unknown): boolean {
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null)
    return (one ?? null) === (other ?? null);
  const fields = Object.keys(one);
  return (
    fields.length === Object.keys(other).length &&
    fields.every((field) =>
      same((one as Record<string, unknown>)[field], (other as Record<string, unknown>)[field]),
    )
  );
}

function merged(now: unknown, says: unknown, saidBefore: unknown, empty: unknown): unknown {
  if (says === null || says === undefined) return now;
  if (Array.isArray(says) && Array.isArray(now)) {
    const before: unknown[] = Array.isArray(saidBefore) ? saidBefore : [];
    const fresh = says.filter((value) => !now.includes(value) && !before.includes(value));
    return fresh.length === 0 ? now : [...now, ...fresh];
  }
  if (same(now, says)) return now;
  const isFree = now === null || now === undefined || (empty !== undefined && same(now, empty));
  const isTheirs = saidBefore !== undefined && saidBefore !== null && same(now, saidBefore);
  return isFree || isTheirs ? says : now;
}
