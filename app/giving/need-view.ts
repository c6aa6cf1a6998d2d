import { z } from "#lib/http/api.ts";
import { day } from "#lib/http/shapes.ts";
import type { Day } from "#lib/kernel/days.ts";
import { ENDED_HOW, isOpen, WHATS } from "./need.ts";
import type { NeedRow } from "./need-store.ts";

export const needView = z
  .object({
    id: z.uuid(),
    what: z.enum(WHATS),
    personId: z.uuid().nullable(),
    personName: z.string().nullable(),
    accountId: z.uuid().nullable(),
    accountName: z.string().nullable(),
    line: z.string(),
    day,
    untilDay: day.nullable().describe("The last day on which it holds"),
    open: z.boolean().describe("Neither ended nor over; without an end it is over after a year"),
    byId: z.uuid(),
    byName: z.string(),
    byTeamId: z.uuid().nullable(),
    endedOn: day.nullable(),
    endedHow: z.enum(ENDED_HOW).nullable(),
  })
  .openapi("NeedOrOffer");
export type NeedView = z.infer<typeof needView>;

export const wantedNeed = z.object({
  what: z.enum(WHATS),
  personId: z.uuid().nullable().optional(),
  accountId: z.uuid().nullable().optional(),
  line: z.string(),
  day: day.optional(),
  untilDay: day.nullable().optional(),
});

export function needOf(row: NeedRow, today: Day): NeedView {
  return { ...row, open: isOpen(row, today) };
}
