import { z } from "#lib/http/api.ts";
import { day } from "#lib/http/shapes.ts";
import { OCCASION_KINDS, OCCASION_LANGUAGES, OFFER_ANSWERS } from "./occasion.ts";
import type { Offered } from "./occasion-actions.ts";

const facts = {
  title: z.string(),
  day: day.nullable().describe("Of an event; an article has none"),
  time: z.string().nullable(),
  place: z.string().nullable(),
  link: z.string().nullable(),
  words: z.string().nullable().describe("What it is, or why it matters: it goes into each letter"),
  language: z.enum(OCCASION_LANGUAGES).describe("Of the letters"),
};

export const occasionView = z
  .object({
    id: z.uuid(),
    kind: z.enum(OCCASION_KINDS),
    ...facts,
    memberId: z.uuid(),
    memberName: z.string(),
    memberTeamId: z.uuid().nullable(),
    chosen: z.int(),
    sent: z.int(),
    coming: z.int().describe("Who said so, and of whom it is not known yet whether they came"),
    came: z.int(),
    noted: z.int().describe("Of whom it is said that they came or stayed away"),
    lastSent: day.nullable(),
  })
  .openapi("Occasion");
export type OccasionView = z.infer<typeof occasionView>;

export const wantedOccasion = z.object({
  kind: z.enum(OCCASION_KINDS),
  title: facts.title,
  day: facts.day.default(null),
  time: facts.time.default(null),
  place: facts.place.default(null),
  link: facts.link.default(null),
  words: facts.words.default(null),
  language: facts.language.default("en"),
});
export const changedOccasion = z.object(facts).partial();

const offer = {
  id: z.uuid(),
  occasionId: z.uuid(),
  kind: z.enum(OCCASION_KINDS),
  title: z.string(),
  day: day.nullable(),
  time: z.string().nullable(),
  personId: z.uuid(),
  personName: z.string(),
  personTitle: z.string().nullable(),
  accountName: z.string().nullable(),
  email: z.string().nullable(),
  memberId: z.uuid().describe("Who of us writes to them"),
  memberName: z.string(),
  memberTeamId: z.uuid().nullable(),
  words: z.string().nullable().describe("Null: as they are made from the occasion"),
  toldDay: day.nullable().describe("The day that their letter names, which an event may have left since"),
  sentOn: day.nullable(),
  answer: z.enum(OFFER_ANSWERS).nullable(),
  came: z.boolean().nullable(),
  reaction: z.string().nullable(),
  reactedOn: day.nullable(),
};
export const offerView = z.object(offer).openapi("OccasionOfferLine");
export type OfferView = z.infer<typeof offerView>;

export const offeredView = z
  .object({
    ...offer,
    whyNot: z.string().nullable().describe("Why nothing may be sent to them"),
    cautions: z.array(z.string()).describe("What to think of before it goes"),
  })
  .openapi("OccasionOffer");
export type OfferedView = z.infer<typeof offeredView>;

export function offeredOf({ offer: row, whyNot, cautions }: Offered): OfferedView {
  return { ...row, whyNot, cautions };
}
