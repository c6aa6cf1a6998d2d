import { z } from "#lib/http/api.ts";
import { day, money } from "#lib/http/shapes.ts";
import { level } from "#referrals/referral-view.ts";
import { STATES } from "#referrals/referral.ts";

const person = z
  .object({
    personId: z.uuid(),
    name: z.string(),
    accountName: z.string().nullable(),
    /** Deals that came of an introduction; `value` of those won, a sum a currency. */
    deals: z.object({ won: z.int(), open: z.int(), lost: z.int(), value: z.array(money) }),
  })
  .openapi("ChainPerson");

const introduction = z
  .object({
    referralId: z.uuid(),
    sourceId: z.uuid(),
    contactId: z.uuid(),
    memberId: z.uuid(),
    memberName: z.string(),
    day,
    level,
    state: z.enum(STATES),
    asked: z.boolean(),
  })
  .openapi("ChainIntroduction");

export const chainPictureView = z
  .object({
    /** Whom it is about; null for a deal that is with nobody and came of no known introduction. */
    personId: z.uuid().nullable(),
    people: z.array(person),
    /** One to each of the people but the first source: who introduced them. */
    introductions: z.array(introduction),
    /** How many more people grew from here. */
    more: z.int(),
  })
  .openapi("ChainPicture");
export type ChainPictureView = z.infer<typeof chainPictureView>;
export type ChainPersonView = ChainPictureView["people"][number];
export type ChainIntroductionView = ChainPictureView["introductions"][number];
