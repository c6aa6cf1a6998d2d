import { z } from "#lib/http/api.ts";
import { day } from "#lib/http/shapes.ts";
import { level } from "#referrals/referral-view.ts";
import { STATES } from "#referrals/referral.ts";
import { CONTACT_ANSWERS, SOURCE_ANSWERS } from "./shared-page.ts";

const answer = z.enum([...SOURCE_ANSWERS, ...CONTACT_ANSWERS]);

const saidOnPage = z.object({
  id: z.uuid(),
  answer,
  untilDay: day.nullable(),
  words: z.string().nullable(),
  name: z.string().nullable().describe("Whom they introduced, or who agreed"),
  referralId: z.uuid().nullable(),
  trouble: z.string().nullable().describe("Why nothing was written down of it elsewhere"),
  day,
  takenBack: z.boolean(),
});

export const sharedPageView = z
  .object({
    id: z.uuid(),
    sourceId: z.uuid(),
    sourceName: z.string(),
    memberId: z.uuid(),
    memberName: z.string(),
    memberTeamId: z.uuid().nullable(),
    askId: z.uuid().nullable(),
    referralId: z.uuid().nullable(),
    language: z.string(),
    asked: z.string().nullable(),
    whom: z.string().nullable(),
    reason: z.string().nullable(),
    subject: z.string(),
    blurb: z.string(),
    askFirst: z.boolean(),
    untilDay: day,
    state: z.enum(["open", "expired", "withdrawn"]),
    link: z.string().nullable().describe("For whoever may send it; null for others"),
    said: z.array(saidOnPage),
    became: z
      .array(
        z.object({
          referralId: z.uuid(),
          contactName: z.string(),
          level,
          introducedOn: day.nullable().describe("Null while it is a name only"),
          state: z.enum(STATES),
          tells: z.boolean().describe("The page says how far it is"),
          told: z.string().nullable().describe("And this, in the rep's words"),
        }),
      )
      .describe("Introductions that came of it"),
    asking: z.int().describe("How many the source has asked first who have not agreed"),
  })
  .openapi("SharedPage");
export type SharedPageView = z.infer<typeof sharedPageView>;

export const sharedPagesView = z.object({
  items: z.array(sharedPageView),
  asksFirst: z.boolean().describe("Whether their source asked first the last time"),
});
export type SharedPagesView = z.infer<typeof sharedPagesView>;

export const pageNewsView = z
  .object({
    id: z.uuid(),
    answer,
    untilDay: day.nullable(),
    words: z.string().nullable(),
    name: z.string().nullable(),
    trouble: z.string().nullable(),
    day,
    sourceId: z.uuid(),
    sourceName: z.string(),
    askId: z.uuid().nullable(),
    referralId: z.uuid().nullable(),
  })
  .openapi("PageNews");
export type PageNewsView = z.infer<typeof pageNewsView>;
