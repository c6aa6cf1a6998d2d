import { z } from "#lib/http/api.ts";
import { day } from "#lib/http/shapes.ts";
import { MOMENTS } from "./ask.ts";
import { BROUGHT_BY, MOMENT_STATES, momentState, momentUntil } from "./moment.ts";
import type { MomentRow } from "./moment-store.ts";
import { WHY_NOT_ASKED } from "./why-not.ts";

export const momentView = z
  .object({
    id: z.uuid(),
    moment: z.enum(MOMENTS),
    accountId: z.uuid(),
    accountName: z.string(),
    personId: z.uuid().nullable().describe("With whom the deal was"),
    personName: z.string().nullable(),
    personTitle: z.string().nullable(),
    memberId: z.uuid().describe("Who holds the relationship"),
    memberName: z.string(),
    memberTeamId: z.uuid().nullable(),
    becauseId: z.uuid().nullable().describe("The deal that brought it"),
    words: z.string().nullable().describe("Of the client, to be reminded of"),
    day: day.describe("On which it came"),
    dueOn: day,
    until: day.describe("The last day on which it can be used"),
    state: z.enum(MOMENT_STATES),
    askId: z.uuid().nullable(),
    seedId: z.uuid().nullable(),
    usedOn: day.nullable(),
    usedBy: z.string().nullable(),
    letGoOn: day.nullable(),
    whyNot: z.enum([...WHY_NOT_ASKED, "deal-ended"]).nullable(),
    seeds: z
      .array(
        z.object({
          id: z.uuid(),
          personId: z.uuid(),
          personName: z.string(),
          day,
          words: z.string().nullable(),
        }),
      )
      .describe("What was said there early and waits still"),
  })
  .openapi("MomentDue");
export type MomentView = z.infer<typeof momentView>;

export const settingShape = z.object({
  goal: z.string(),
  counts: z.string().describe("What counts as having used it"),
  pauseDays: z.int().describe("From what brings it until it is due; of the rhythm, from one to the next"),
  broughtBy: z.enum(BROUGHT_BY).nullable(),
  stages: z.array(z.string()).describe("Stages of a deal that bring it"),
});

export const settingView = settingShape
  .extend({
    moment: z.enum(MOMENTS),
    changed: z
      .object({ day, byName: z.string() })
      .nullable()
      .describe("null: as every workspace begins with it"),
  })
  .openapi("MomentSetting");
export type SettingView = z.infer<typeof settingView>;

export function momentOf({ takenBack: _takenBack, ...row }: MomentRow, today: string): MomentView {
  return { ...row, state: momentState(row, today), until: momentUntil(row) };
}
