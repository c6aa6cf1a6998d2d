import { CHANNELS } from "#people/channel.ts";
import { z } from "#lib/http/api.ts";
import { day } from "#lib/http/shapes.ts";
import { BUDGET_RULES, OUTCOMES } from "./ask.ts";
import type { Askable } from "./askable-actions.ts";
import { isCurrent } from "./permit.ts";
import type { PermitRow } from "./permit-store.ts";
import type { ReferenceRow } from "./reference-store.ts";

export const refusalView = z
  .object({
    rule: z.enum(BUDGET_RULES),
    sentence: z.string().describe("Why not, whose ask or word it is, and from when on: for a person"),
    facts: z.object({
      rule: z.enum(BUDGET_RULES),
      memberName: z.string().nullable(),
      day: day.nullable(),
      outcome: z.enum(OUTCOMES).nullable(),
      untilDay: day.nullable(),
      mayFrom: day.nullable(),
    }),
  })
  .openapi("AskRefusal");

export const permitView = z
  .object({
    id: z.uuid(),
    memberId: z.uuid(),
    memberName: z.string(),
    reason: z.string(),
    day,
    untilDay: day,
    byId: z.uuid(),
    byName: z.string(),
    usedBy: z.uuid().nullable().describe("The ask that was made with it"),
    current: z.boolean().describe("Not used, and its last day has not passed"),
  })
  .openapi("AskPermit");
export type PermitView = z.infer<typeof permitView>;

export const referenceView = z
  .object({
    id: z.uuid(),
    memberId: z.uuid(),
    memberName: z.string(),
    memberTeamId: z.uuid().nullable(),
    day,
    forWhom: z.string(),
    note: z.string().nullable(),
  })
  .openapi("Reference");
export type ReferenceView = z.infer<typeof referenceView>;

export const askableView = z
  .object({
    personId: z.uuid(),
    memberId: z.uuid(),
    refusal: refusalView.nullable(),
    permit: permitView.nullable(),
    advice: z.object({
      channel: z.enum(CHANNELS).nullable(),
      bestDay: day.nullable(),
      note: z.string().nullable(),
    }),
    openAsk: z
      .object({
        id: z.uuid(),
        memberId: z.uuid(),
        memberName: z.string(),
        day,
        outcome: z.enum(OUTCOMES).nullable(),
        untilDay: day.nullable(),
      })
      .nullable(),
    last: z
      .object({
        id: z.uuid(),
        memberId: z.uuid(),
        memberName: z.string(),
        day,
        lastDay: day,
        channel: z.enum(CHANNELS),
        outcome: z.enum(OUTCOMES).nullable(),
        untilDay: day.nullable(),
      })
      .nullable(),
    addsTo: z.uuid().nullable(),
    plannedBy: z
      .array(z.object({ id: z.uuid(), name: z.string() }))
      .describe("The others who plan to ask them this week; a plan reserves nothing"),
    restDays: z.int(),
    askForPermit: z.object({ id: z.uuid(), name: z.string() }).nullable(),
    mayPermit: z.boolean(),
  })
  .openapi("Askable");
export type AskableView = z.infer<typeof askableView>;

export function permitOf(
  { sourceId: _source, memberTeamId: _team, ...row }: PermitRow,
  today: string,
): PermitView {
  return { ...row, current: row.usedBy === null && isCurrent(row, today) };
}

export function referenceOf({ sourceId: _source, ...row }: ReferenceRow): ReferenceView {
  return row;
}

export function askableOfView(askable: Askable, today: string): AskableView {
  const { permit, openAsk, refusal, ...rest } = askable;
  return {
    ...rest,
    refusal,
    permit: permit && permitOf(permit, today),
    openAsk: openAsk && {
      id: openAsk.id,
      memberId: openAsk.memberId,
      memberName: openAsk.memberName,
      day: openAsk.day,
      outcome: openAsk.outcome,
      untilDay: openAsk.untilDay,
    },
  };
}
