import { z } from "#lib/http/api.ts";
import { day, money } from "#lib/http/shapes.ts";
import type { Actor } from "#lib/kernel/actor.ts";
import { GIFT_STATES, giftStateOf, mayChangeGift, mayDecideGift } from "./gift.ts";
import type { GiftRow } from "./gift-reader.ts";

export const saidGift = z.object({
  what: z.string(),
  value: money,
  ask: z
    .boolean()
    .optional()
    .describe("It is above the cap, is not given yet, and somebody is to approve it first"),
});

export const giftView = z
  .object({
    id: z.uuid(),
    personId: z.uuid(),
    personName: z.string(),
    accountId: z.uuid().nullable().describe("Where they worked then"),
    accountName: z.string().nullable(),
    memberId: z.uuid().describe("Who gives"),
    memberName: z.string(),
    referralId: z.uuid().nullable().describe("The introduction it is thanks for"),
    contactName: z.string().nullable().describe("Who was introduced by it"),
    what: z.string(),
    value: money,
    words: z.string().nullable(),
    day: day.describe("Given then; or asked for, while it is not"),
    givenOn: day.nullable(),
    state: z.enum(GIFT_STATES),
    needsApproval: z.boolean().describe("It is above the cap"),
    decidedBy: z.string().nullable(),
    refusedWhy: z.string().nullable(),
    byName: z.string().describe("Who wrote it down"),
    mayChange: z.boolean().describe("Whether you may take it back, or say that it was given"),
    mayDecide: z.boolean().describe("Whether you may approve or refuse it"),
  })
  .openapi("Gift");
export type GiftView = z.infer<typeof giftView>;

export const giftRuleView = z
  .object({
    cap: money.describe("For one person in one calendar year; above it a gift is approved first"),
    clients: z.enum(["may", "never"]).describe("Whether people at clients get gifts at all"),
  })
  .openapi("GiftRule");
export type GiftRuleView = z.infer<typeof giftRuleView>;

export const giftBanView = z
  .object({
    id: z.uuid(),
    personId: z.uuid().nullable().describe("Who wants no gifts"),
    accountId: z.uuid().nullable().describe("Or which employer forbids them"),
    name: z.string(),
    words: z.string().nullable(),
    day,
    byId: z.uuid(),
    byName: z.string(),
    byTeamId: z.uuid().nullable(),
    liftedOn: day.nullable().describe("The first day on which it no longer holds"),
    liftedByName: z.string().nullable(),
  })
  .openapi("GiftBan");
export type GiftBanView = z.infer<typeof giftBanView>;

export const giftStandingView = z
  .object({
    personId: z.uuid(),
    year: z.int(),
    rule: giftRuleView,
    counted: z
      .array(z.object({ minor: z.int(), currency: z.string(), given: z.boolean() }))
      .describe("This year: given, and asked for and not refused"),
    bans: z.array(z.enum(["person", "employer"])),
    atClient: z.boolean(),
    standing: z.array(giftBanView).describe("What forbids gifts today"),
  })
  .openapi("GiftStanding");
export type GiftStandingView = z.infer<typeof giftStandingView>;

export const giftSumView = z
  .object({
    personId: z.uuid(),
    personName: z.string(),
    accountName: z.string().nullable(),
    sum: money.describe("Given, and asked for and not refused"),
    waiting: money.describe("Of that, what is not given yet"),
    gifts: z.int(),
    cap: money,
  })
  .openapi("GiftSum");
export type GiftSumView = z.infer<typeof giftSumView>;

export function giftViewOf(gift: GiftRow, actor: Actor, leadersHere: number): GiftView {
  const owner = { memberId: gift.memberId, teamId: gift.memberTeamId, byId: gift.byId };
  const state = giftStateOf(gift);
  return {
    id: gift.id,
    personId: gift.personId,
    personName: gift.personName,
    accountId: gift.accountId,
    accountName: gift.accountName,
    memberId: gift.memberId,
    memberName: gift.memberName,
    referralId: gift.referralId,
    contactName: gift.contactName,
    what: gift.what,
    value: { minor: gift.minor, currency: gift.currency },
    words: gift.words,
    day: gift.day,
    givenOn: gift.givenOn,
    state,
    needsApproval: gift.askedAt !== null,
    decidedBy: gift.approvedByName ?? gift.refusedByName,
    refusedWhy: gift.refusedWhy,
    byName: gift.byName,
    mayChange: mayChangeGift(actor, owner),
    mayDecide: state !== "given" && gift.askedAt !== null && mayDecideGift(actor, owner, leadersHere),
  };
}
