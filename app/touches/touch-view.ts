import { z } from "#lib/http/api.ts";
import { day } from "#lib/http/shapes.ts";
import { CHANNELS } from "#people/channel.ts";
import { FACTS, type ContactRow } from "./contact-reader.ts";
import { GROUPS, TIERS, WHY_PAUSED } from "./rhythm.ts";
import type { Listed } from "./silence-actions.ts";
import type { KindOfTouch } from "./touch.ts";
import type { TouchRow } from "./touch-store.ts";

export const touchView = z
  .object({
    id: z.uuid(),
    personId: z.uuid(),
    personName: z.string(),
    accountId: z.uuid().nullable().describe("Where they worked then"),
    accountName: z.string().nullable(),
    memberId: z.uuid(),
    memberName: z.string(),
    memberTeamId: z.uuid().nullable(),
    kind: z.string(),
    kindName: z.string(),
    words: z.string().nullable(),
    day,
    counts: z.boolean().describe("Whether its kind had any weight when it was written down"),
  })
  .openapi("Touch");
export type TouchView = z.infer<typeof touchView>;

export const toldThanks = z.object({
  personId: z.uuid(),
  day: day.optional(),
  how: z.enum(CHANNELS).nullable().optional().describe("Not said: by phone"),
  note: z.string().nullable().optional(),
});

export const toldThanksView = z
  .object({
    personId: z.uuid(),
    personName: z.string(),
    dutyIds: z.array(z.string()).describe("The thanks that were owed and are done by it"),
    contactNames: z.array(z.string()).describe("For whom"),
    touchId: z
      .uuid()
      .nullable()
      .describe("Nothing was owed: the touch that it is; null: it was there already"),
  })
  .openapi("ToldThanks");
export type ToldThanksView = z.infer<typeof toldThanksView>;

export const wantedTouch = z.object({
  personId: z.uuid(),
  kind: z.string().max(60).describe("A kind of GET /touch-kinds that is logged"),
  words: z.string().nullable().optional(),
  day: day.optional(),
  memberId: z.uuid().optional(),
});

export const kindView = z
  .object({
    id: z.string(),
    name: z.string(),
    weight: z.int().describe("0 moves no clock; the heaviest of a day is the last word"),
    logged: z.boolean().describe("Written down as a touch; the others come from where they are told"),
    own: z.boolean(),
    ended: z.boolean(),
  })
  .openapi("TouchKind");
export type KindView = z.infer<typeof kindView>;

const contact = {
  day,
  kind: z.string(),
  kindName: z.string(),
  memberId: z.uuid().nullable(),
  memberName: z.string().nullable(),
  fact: z.enum(FACTS).describe("In which room it is written down"),
  factId: z.uuid(),
};

export const contactView = z
  .object({ ...contact, words: z.string().nullable(), weight: z.int() })
  .openapi("Contact");
export type ContactView = z.infer<typeof contactView>;

export const lastWordView = z
  .object({
    day: day.nullable().describe("Null: nobody has had a word with them yet"),
    kindName: z.string().nullable(),
    memberName: z.string().nullable(),
  })
  .openapi("LastWord");
export type LastWordView = z.infer<typeof lastWordView>;

const rhythm = z.object({
  days: z.int().nullable().describe("Not longer without a word to each of them"),
  reviewDays: z.int().nullable().describe("Between reviews of their account; clients only"),
  cardDays: z.int().nullable().describe("Between report cards to each contact; clients only"),
  getsLetters: z.boolean().describe("Whether the monthly letter is for them, where they agreed to it"),
});
export const changedRhythm = rhythm.partial();
export const rhythmsView = z.object({ rhythms: z.record(z.enum(GROUPS), rhythm) }).openapi("Rhythms");
export type RhythmsView = z.infer<typeof rhythmsView>;

export const silenceView = z
  .object({
    personId: z.uuid(),
    fullName: z.string(),
    title: z.string().nullable(),
    accountId: z.uuid().nullable(),
    accountName: z.string().nullable(),
    holderId: z.uuid().nullable().describe("Who looks after them"),
    holderName: z.string().nullable(),
    tier: z.enum(TIERS).nullable(),
    last: z.object(contact).nullable().describe("The last real contact, in whatever room; null: none so far"),
    rhythm: z
      .object({ days: z.int(), group: z.enum(GROUPS).nullable().describe("Null: a rhythm of their own") })
      .nullable(),
    own: z.object({ days: z.int().nullable() }).nullable().describe("days null: they are left to come"),
    pause: z
      .object({ untilDay: day, why: z.enum(WHY_PAUSED), words: z.string().nullable() })
      .nullable()
      .describe("Nobody is reminded of them until that day"),
    stopped: z.boolean().describe("They want to hear nothing from us"),
    due: day.nullable().describe("The last real contact and the interval, moved only by days off"),
    state: z.enum(["coming", "due", "over"]).nullable(),
    again: day.nullable().describe("Where it was let go: when it comes again"),
    next: z.string().describe("The weightiest of a note and a call that they have not had for half a year"),
    nextName: z.string(),
  })
  .openapi("Silence");
export type SilenceView = z.infer<typeof silenceView>;

export const promiseView = z
  .object({
    seedId: z.uuid(),
    day,
    words: z.string().nullable(),
    personId: z.uuid(),
    personName: z.string(),
    memberName: z.string(),
  })
  .describe("What was promised at the proposal: that we come back each quarter");

export const accountRhythmView = z
  .object({
    tier: z.enum(TIERS).nullable(),
    tierSince: day.nullable(),
    tierBy: z.string().nullable(),
    review: z
      .object({ days: z.int(), last: day.nullable(), due: day, promise: promiseView.nullable() })
      .nullable()
      .describe("Null: no reviews are held with them"),
  })
  .openapi("AccountRhythm");
export type AccountRhythmView = z.infer<typeof accountRhythmView>;

export const cardView = z
  .object({
    personId: z.uuid(),
    fullName: z.string(),
    address: z.string().describe("Lines for the envelope as far as they are known"),
    addressOf: z
      .enum(["person", "account"])
      .nullable()
      .describe("Whose it is; null: the street is not known"),
    prompts: z.array(z.string()).describe("What to write about, the best first"),
  })
  .openapi("Card");
export type CardView = z.infer<typeof cardView>;

export const postalAddressView = z
  .object({
    lines: z.string().nullable().describe("Below the name"),
    of: z.enum(["person", "account"]).nullable(),
  })
  .openapi("PostalAddress");
export type PostalAddressView = z.infer<typeof postalAddressView>;

type Names = ReadonlyMap<string, KindOfTouch>;

export function touchOf(row: TouchRow, kinds: Names): TouchView {
  return { ...row, kindName: nameOf(row.kind, kinds) };
}

export function contactOf(row: ContactRow, kinds: Names): ContactView {
  return { ...row, kindName: nameOf(row.kind, kinds), weight: kinds.get(row.kind)?.weight ?? 0 };
}

export function silenceOf(
  { heard, rhythm: each, due, turnNow, who, next, pausedUntil }: Listed,
  kinds: Names,
): SilenceView {
  const { fullName, title, accountId, accountName, holderName, lastMemberName } = who;
  const { last, pause } = heard;
  return {
    personId: heard.id,
    fullName,
    title,
    accountId,
    accountName,
    holderId: heard.holderId,
    holderName,
    tier: heard.tier,
    last: last && { ...last, kindName: nameOf(last.kind, kinds), memberName: lastMemberName },
    rhythm: each,
    own: heard.own && { days: heard.own.days },
    pause:
      pause === null || pausedUntil === null
        ? null
        : { untilDay: pause.untilDay, why: pause.why, words: pause.words },
    stopped: heard.stopped,
    due,
    state: turnNow?.state ?? null,
    again: turnNow?.again ?? null,
    next,
    nextName: nameOf(next, kinds),
  };
}

function nameOf(kind: string, kinds: Names): string {
  return kinds.get(kind)?.name ?? kind;
}
