import { z } from "#lib/http/api.ts";
import { day, money } from "#lib/http/shapes.ts";
import { DEAL_ORIGINS, DEAL_OUTCOMES } from "./deal.ts";

export const dealView = z
  .object({
    id: z.uuid(),
    name: z.string(),
    memberId: z.uuid(),
    memberName: z.string(),
    /** The member's team today. */
    memberTeamId: z.uuid().nullable(),
    accountId: z.uuid(),
    accountName: z.string(),
    personId: z.uuid().nullable(),
    personName: z.string().nullable(),
    referralId: z.uuid().nullable(),
    sourceId: z.uuid().nullable(),
    sourceName: z.string().nullable(),
    origin: z.enum(DEAL_ORIGINS),
    originText: z.string().nullable(),
    amount: money.nullable(),
    stage: z.string().nullable(),
    openedOn: day,
    expectedOn: day.nullable(),
    outcome: z.enum(DEAL_OUTCOMES),
    closedOn: day.nullable(),
    lostReason: z.string().nullable(),
    note: z.string().nullable(),
    createdAt: z.iso.datetime(),
  })
  .openapi("Deal");
export type DealView = z.infer<typeof dealView>;

export const known = {
  personId: z.uuid().nullable().optional(),
  referralId: z.uuid().nullable().optional(),
  origin: z.enum(DEAL_ORIGINS).optional(),
  amount: money.nullable().optional(),
  stage: z.string().nullable().optional(),
  openedOn: day.optional(),
  expectedOn: day.nullable().optional(),
  note: z.string().nullable().optional(),
  memberId: z.uuid().optional(),
};
