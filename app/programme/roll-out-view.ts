import { z } from "#lib/http/api.ts";
import { day } from "#lib/http/shapes.ts";
import { BLOCK_NAMES, ROLL_OUT_LINES } from "./roll-out.ts";

const lineView = z.object({
  line: z.enum(ROLL_OUT_LINES),
  count: z.int(),
  of: z.int(),
  on: day.nullable().describe("The day on which it became true; null: it is not"),
  lastName: z
    .string()
    .nullable()
    .describe("Who made it true, being the last; null to whoever does not lead them"),
  missing: z
    .array(z.string())
    .describe("Whom it waits for, of those whom you lead; of everybody else `count` and `of` say how many"),
});
export type LineView = z.infer<typeof lineView>;

export const rollOutView = z
  .object({
    id: z.uuid(),
    startOn: day,
    byName: z.string(),
    dayNumber: z.int().describe("Which of the ninety days it is; under 1 before, over 90 after"),
    done: z.int(),
    of: z.int(),
    blocks: z.array(z.object({ block: z.enum(BLOCK_NAMES), start: day, end: day, lines: z.array(lineView) })),
  })
  .openapi("RollOut");
export const rollOutsView = z.object({ now: rollOutView.nullable().describe("Null: it has not begun") });
export type RollOutView = z.infer<typeof rollOutView>;
export type RollOutsView = z.infer<typeof rollOutsView>;
