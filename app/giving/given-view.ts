import { z } from "#lib/http/api.ts";
import { day } from "#lib/http/shapes.ts";
import { level } from "#referrals/referral-view.ts";
import { CONSENTS, KINDS, OUTCOMES, saidOf, THANKED_HOW } from "./given.ts";
import type { GivenRow } from "./given-store.ts";

const consent = z.enum(CONSENTS).nullable();

export const givenView = z
  .object({
    id: z.uuid(),
    memberId: z.uuid(),
    memberName: z.string(),
    /** The rep's team today. */
    memberTeamId: z.uuid().nullable(),
    toId: z.uuid().describe("Who gets the introduction"),
    toName: z.string(),
    toAccountId: z.uuid().nullable(),
    toAccountName: z.string().nullable(),
    whomId: z.uuid().nullable().describe("Whom they are introduced to; null: somebody outside"),
    whomName: z.string(),
    whomDoes: z.string().nullable(),
    whomAccountId: z.uuid().nullable(),
    whomAccountName: z.string().nullable(),
    kind: z.enum(KINDS),
    why: z.string().nullable(),
    level,
    day,
    countsFrom: day.nullable().describe("The day it counts on; null while it is a name only"),
    outcome: z.enum(["waits", ...OUTCOMES]),
    outcomeDay: day.nullable(),
    thanked: z
      .object({ id: z.uuid(), how: z.enum(THANKED_HOW), words: z.string().nullable(), day })
      .nullable(),
    consent: z
      .enum(["asked-one", "asked-both", "agreed", "declined"])
      .nullable()
      .describe("Where both are asked before names are joined; null: nobody was asked"),
    sides: z.object({ to: consent, whom: consent }),
    createdAt: z.iso.datetime(),
  })
  .openapi("GivenReferral");
export type GivenView = z.infer<typeof givenView>;

export const wantedGiven = z.object({
  toId: z.uuid(),
  whomId: z.uuid().nullable().optional(),
  whom: z.object({ name: z.string(), does: z.string().nullable().optional() }).nullable().optional(),
  kind: z.enum(KINDS),
  why: z.string().nullable().optional(),
  level,
  day: day.optional(),
  memberId: z.uuid().optional(),
});

export function givenOf({ words, createdAt, ...row }: GivenRow): GivenView {
  return { ...row, ...saidOf(words), createdAt: createdAt.toISOString() };
}
