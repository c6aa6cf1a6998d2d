import { z } from "#lib/http/api.ts";
import { day } from "#lib/http/shapes.ts";
import { STATES } from "#referrals/referral.ts";
import { CONTACT_ANSWERS, EFFORTS, PAGE_KINDS, SOURCE_ANSWERS } from "./shared-page.ts";

const answer = z.enum([...SOURCE_ANSWERS, ...CONTACT_ANSWERS]);

/** A page as whoever holds its link reads it: what the rep put there, and what they said themselves. */
export const visitView = z
  .object({
    kind: z.enum(PAGE_KINDS),
    language: z.string(),
    repName: z.string(),
    workspaceName: z.string(),
    sourceName: z.string(),
    asked: z.string().nullable(),
    whom: z.string().nullable(),
    reason: z.string().nullable(),
    subject: z.string(),
    blurb: z.string(),
    askFirst: z.boolean(),
    today: day,
    untilDay: day,
    may: z.array(answer),
    said: z.array(z.object({ id: z.uuid(), answer, untilDay: day.nullable(), name: z.string().nullable() })),
    asking: z.array(
      z.object({
        id: z.uuid(),
        day,
        untilDay: day,
        link: z.string(),
        agreed: z.string().nullable(),
        text: z.string(),
      }),
    ),
    became: z.array(
      z.object({
        name: z.string(),
        introducedOn: day,
        state: z.enum(STATES),
        stateDay: day,
        told: z.string().nullable(),
      }),
    ),
  })
  .openapi("VisitedPage");
export type VisitView = z.infer<typeof visitView>;

export const saidOnPage = z.object({
  answer,
  untilDay: day.optional(),
  words: z.string().nullable().optional(),
  name: z.string().optional(),
  company: z.string().nullable().optional(),
  email: z.string().nullable().optional(),
  phone: z.string().nullable().optional(),
  effort: z.enum(EFFORTS).optional(),
});
export type SaidOnPage = z.input<typeof saidOnPage>;
