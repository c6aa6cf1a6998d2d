import { z } from "#lib/http/api.ts";
import { day } from "#lib/http/shapes.ts";
import { isLevel, STATES } from "./referral.ts";

export const level = z.int().min(0).max(5).refine(isLevel);

export const referralView = z
  .object({
    id: z.uuid(),
    memberId: z.uuid(),
    memberName: z.string(),
    /** The rep's team today. */
    memberTeamId: z.uuid().nullable(),
    sourceId: z.uuid(),
    sourceName: z.string(),
    contactId: z.uuid(),
    contactName: z.string(),
    contactTitle: z.string().nullable(),
    accountId: z.uuid().nullable(),
    accountName: z.string().nullable(),
    /** Null when it came unprompted. */
    askId: z.uuid().nullable(),
    level,
    day,
    /** The day it counts on; null while it is a name only. */
    countsFrom: day.nullable(),
    state: z.enum(STATES),
    stateDay: day,
    reason: z.string().nullable(),
    note: z.string().nullable(),
    howKnown: z.string().nullable().describe("How the source and the new contact know each other"),
    promised: z.string().nullable().describe("What was promised, to the source or to the new contact"),
    /** Until when it is to be answered; null while it is a name only. */
    answerBy: z.iso.datetime().nullable(),
    respondedAt: z.iso.datetime().nullable(),
    createdAt: z.iso.datetime(),
  })
  .openapi("Referral");
export type ReferralView = z.infer<typeof referralView>;

const chainLink = z
  .object({
    referralId: z.uuid(),
    sourceId: z.uuid(),
    sourceName: z.string(),
    contactId: z.uuid(),
    contactName: z.string(),
    contactAccountName: z.string().nullable(),
    memberId: z.uuid(),
    memberName: z.string(),
    day,
    level,
    state: z.enum(STATES),
    asked: z.boolean(),
  })
  .openapi("ChainLink");
export const chainView = z.object({ items: z.array(chainLink) }).openapi("Chain");
export type ChainView = z.infer<typeof chainView>;

const newContact = z.object({
  fullName: z.string(),
  title: z.string().nullable().optional(),
  accountId: z.uuid().nullable().optional(),
  accountName: z.string().nullable().optional(),
  emails: z.array(z.string()).optional(),
  phones: z.array(z.string()).optional(),
});

export const referralWords = {
  reason: z.string().nullable().optional(),
  howKnown: z.string().nullable().optional(),
  promised: z.string().nullable().optional(),
  note: z.string().nullable().optional(),
};

export const wantedReferral = z.object({
  sourceId: z.uuid(),
  contactId: z.uuid().nullable().optional(),
  contact: newContact.optional(),
  askId: z.uuid().nullable().optional(),
  level,
  day: day.optional(),
  ...referralWords,
  memberId: z.uuid().optional(),
});
