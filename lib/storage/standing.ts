/**
 * The table whose rows still stand on the row that a statement tried to take back, or null when it failed for another
 * reason. A row that builds on another refers to it together with its generated column `stands`, so PostgreSQL itself
 * refuses to take the lower one back first, whichever of two requests comes first.
 */
export function tableStandingOn(error: unknown): string | null {
  const { code, table } = error as { code?: string; table?: string };
  return code === "23503" && table !== undefined ? table : null;
}
