import { z } from "#lib/http/api.ts";
import { day } from "#lib/http/shapes.ts";
import { ALIGNMENT_STATES, AREAS } from "./alignment.ts";
import type { AlignmentRow, StatementRow } from "./priority-store.ts";

const statementView = z.object({ id: z.uuid(), words: z.string(), day, byName: z.string() });
export const priorityView = z
  .object({
    now: statementView.nullable().describe("Null: nobody has said what comes first"),
    history: z.array(statementView).describe("What was said before, the last first"),
  })
  .openapi("Priority");
export type PriorityView = z.infer<typeof priorityView>;

const saidOfArea = z.object({
  ownerId: z.uuid().nullable(),
  dueOn: day.nullable(),
  evidence: z.string().nullable().describe("What shows it, in words"),
  link: z.string().nullable().describe("Where it can be read"),
  alignedOn: day.nullable().describe("Since when it follows the priority; null: not yet"),
});
export const wantedOfArea = saidOfArea.extend({
  before: saidOfArea
    .optional()
    .describe("What stood there when you began; not said: whatever stands is replaced"),
});
export type WantedOfArea = z.infer<typeof wantedOfArea>;
export const areaView = saidOfArea
  .extend({
    area: z.enum(AREAS),
    state: z
      .enum(ALIGNMENT_STATES)
      .describe("nobody: no owner who is still here. due: within the week. in-hand: somebody sees to it"),
    ownerName: z.string().nullable(),
    said: z.object({ id: z.uuid(), byName: z.string(), day }).nullable(),
  })
  .openapi("AlignmentArea");
export type AreaView = z.infer<typeof areaView>;
export const areasView = z.object({ items: z.array(areaView) });
export type AreasView = z.infer<typeof areasView>;

export const areaHistoryView = z.object({
  items: z.array(
    saidOfArea.extend({ id: z.uuid(), ownerName: z.string().nullable(), day, byName: z.string() }),
  ),
});
export type AreaHistoryView = z.infer<typeof areaHistoryView>;

export function statementOf({ id, words, day: on, byName }: StatementRow): z.input<typeof statementView> {
  return { id, words, day: on, byName };
}

export function saidOf(row: AlignmentRow): AreaHistoryView["items"][number] {
  const { id, ownerId, ownerName, dueOn, evidence, link, alignedOn, day: on, byName } = row;
  return { id, ownerId, ownerName, dueOn, evidence, link, alignedOn, day: on, byName };
}
