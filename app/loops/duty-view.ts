import { z } from "#lib/http/api.ts";
import { day, money } from "#lib/http/shapes.ts";
import { DUTY_HOWS, DUTY_KINDS } from "./duty.ts";
import type { OwedDuty } from "./owed-actions.ts";

export const dutyView = z
  .object({
    id: z.string().describe("referral.kind.source"),
    kind: z.enum(DUTY_KINDS),
    referralId: z.uuid(),
    sourceId: z.uuid().describe("To whom it is owed: the source, or somebody up the chain"),
    sourceName: z.string(),
    contactId: z.uuid(),
    contactName: z.string(),
    accountId: z.uuid().nullable(),
    accountName: z.string().nullable(),
    memberId: z.uuid().describe("Whose introduction it is"),
    memberName: z.string(),
    memberTeamId: z.uuid().nullable(),
    countsFrom: day,
    closed: z.enum(["won", "lost"]).nullable(),
    metOn: day.nullable().describe("The day they met, where that is how far it came"),
    heardOn: day
      .nullable()
      .describe("Of a report that is owed: when they heard from us before there was a meeting to tell of"),
    responsible: z
      .object({ id: z.uuid(), name: z.string(), because: z.enum(["rep", "passed", "stands-in"]) })
      .describe("Who sees to it today"),
    dueAt: z.iso.datetime(),
    doneAt: z.iso.datetime().nullable(),
    state: z.enum(["open", "late", "done", "let-go"]),
    settled: z
      .object({
        how: z.enum(DUTY_HOWS).nullable(),
        letGoWhy: z.string().nullable(),
        words: z.string().nullable(),
        day,
        byName: z.string(),
        gift: z.object({ id: z.uuid(), what: z.string(), value: money }).nullable(),
      })
      .nullable(),
    gift: z
      .object({
        id: z.uuid(),
        what: z.string(),
        value: money,
        state: z.enum(["asked", "approved", "refused"]),
        refusedByName: z.string().nullable(),
        refusedWhy: z.string().nullable(),
      })
      .nullable()
      .describe("While it is owed: a gift above the cap that was asked for, and what was decided"),
  })
  .openapi("Duty");
export type DutyView = z.infer<typeof dutyView>;

export function dutyViewOf({ dueAt, doneAt, settled, gift, ...duty }: OwedDuty): DutyView {
  return {
    ...duty,
    dueAt: dueAt.toISOString(),
    doneAt: doneAt?.toISOString() ?? null,
    settled: settled && {
      how: settled.how,
      letGoWhy: settled.letGoWhy,
      words: settled.words,
      day: settled.day,
      byName: settled.byName,
      gift: settled.gift,
    },
    gift: gift && {
      id: gift.id,
      what: gift.what,
      value: gift.value,
      state: gift.state,
      refusedByName: gift.refusedByName,
      refusedWhy: gift.refusedWhy,
    },
  };
}
