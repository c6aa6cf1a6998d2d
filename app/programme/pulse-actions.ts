import type { Day } from "#lib/kernel/days.ts";
import type { Actor } from "#lib/kernel/actor.ts";
import type { Tx } from "#lib/storage/database.ts";
import { pollsOf } from "./poll-actions.ts";
import { COMFORT_KEY, type StatementResult } from "./poll.ts";

export interface Pulse {
  pollId: string;
  /** The last day of the poll it was asked in. */
  lastDay: Day;
  /** As exact as the poll: under ten answers its figures are to a half. */
  exact: boolean;
  statements: StatementResult[];
  /** How much at ease they are asking, of these; null where it was not asked, or too few said. */
  comfort: StatementResult | null;
}

/** What the last pulse that may be shown says; null: there is none yet. */
export async function pulseOf(tx: Tx, actor: Actor): Promise<Pulse | null> {
  const { polls } = await pollsOf(tx, actor);
  for (const { id, lastDay, results } of polls) {
    if (results === null) continue;
    const { exact, statements } = results;
    const comfort = statements.find(({ key, mean }) => key === COMFORT_KEY && mean !== null) ?? null;
    return { pollId: id, lastDay, exact, statements, comfort };
  }
  return null;
}
