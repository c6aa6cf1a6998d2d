import type { Day } from "#lib/kernel/days.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { Range } from "./range.ts";
import type { Step } from "./step.ts";
import type { HowSaid } from "./said-range.ts";
import type { SaidRangeTables } from "./said-range-tables.ts";

/** What was said already stays as it was said. */
export async function keepRanges(
  tx: Tx,
  ranges: readonly (Range & { scopeId: string; weeks: number; step: Step })[],
  { saidOn, how, at }: { saidOn: Day; how: HowSaid; at: Date },
): Promise<void> {
  if (ranges.length === 0) return;
  await tx
    .tables<SaidRangeTables>()
    .insertInto("said_range")
    .values(
      ranges.map(({ scopeId, weeks, step, low, middle, high }) => ({
        workspace_id: tx.workspaceId,
        scope_id: scopeId,
        said_on: saidOn,
        weeks,
        step,
        low,
        middle,
        high,
        how,
        at,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(["workspace_id", "scope_id", "said_on", "weeks", "step"]).doNothing(),
    )
    .execute();
}
