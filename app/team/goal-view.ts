import { z } from "#lib/http/api.ts";
import { GOAL_KINDS } from "./goal.ts";
import { MEASURES } from "./measure.ts";

const amountSet = {
  every: z.enum(GOAL_KINDS),
  fromDay: z.iso.date(),
};

export const goalView = z
  .object({
    measure: z.enum(MEASURES),
    holds: z
      .object({
        amount: z.int(),
        every: z.enum(GOAL_KINDS),
        from: z
          .enum(["member", "team", "company", "default"])
          .describe("Where it was set; default: nowhere, it is the method's."),
      })
      .nullable()
      .describe("What one rep of this scope is to reach today."),
    own: z
      .array(z.object({ amount: z.int().nullable(), ...amountSet }))
      .describe(
        "What was set for this very scope, the newest first; without an amount the wider scope's goal holds from that day.",
      ),
  })
  .openapi("Goal");
export type GoalView = z.infer<typeof goalView>;

export const scopeView = z
  .object({
    kind: z.enum(["member", "team"]),
    id: z.uuid(),
    name: z.string(),
    measures: z.array(z.enum(MEASURES)),
  })
  .openapi("GoalScope");
export type GoalScopeView = z.infer<typeof scopeView>;
